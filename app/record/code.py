"""Short codes of texts, to read aloud and to compare with paper: `R3MS-84KA`, 40 bits of the digest."""

ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"


def short_code(digest: str) -> str:
    """Eight letters without I, O, 0 and 1, in two groups, from a hexadecimal SHA-256."""
    number = int(digest[:10], 16)
    letters = [ALPHABET[number >> shift & 31] for shift in range(35, -1, -5)]
    return "".join(letters[:4]) + "-" + "".join(letters[4:])


def digest_begins(code: str) -> str:
    """The first ten digits of every digest that has this short code; '' for letters that are no code."""
    letters = code.replace("-", "")
    if len(letters) != 8 or any(letter not in ALPHABET for letter in letters):
        return ""
    number = 0
    for letter in letters:
        number = number << 5 | ALPHABET.index(letter)
    return f"{number:010x}"
