"""Short codes of texts, to read aloud and to compare with paper: `R3MS-84KA`, 40 bits of the digest."""

ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"


def short_code(digest: str) -> str:
    """Eight letters without I, O, 0 and 1, in two groups, from a hexadecimal SHA-256."""
    number = int(digest[:10], 16)
    letters = [ALPHABET[number >> shift & 31] for shift in range(35, -1, -5)]
    return "".join(letters[:4]) + "-" + "".join(letters[4:])
