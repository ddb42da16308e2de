"""Checking Ed25519 signatures with whole numbers alone, so that a verifier needs nothing but Python.

Source: RFC 8032 sections 5.1.3 and 5.1.7. Strict: one spelling of every number, no public key of small order,
the equation without cofactor. It handles only public values, so it need not take the same time for each.
The server signs with a library; this file never sees a private key.
"""

from hashlib import sha512

# Extended coordinates X, Y, Z, T with x = X/Z, y = Y/Z, T = XY/Z.
Point = tuple[int, int, int, int]

_P = 2**255 - 19
_ORDER = 2**252 + 27742317777372353535851937790883648493
_D = -121665 * pow(121666, _P - 2, _P) % _P
_ROOT_OF_MINUS_ONE = pow(2, (_P - 1) // 4, _P)
_ZERO: Point = (0, 1, 1, 0)


def _read_point(encoded: bytes) -> Point | None:
    number = int.from_bytes(encoded, "little")
    sign, y = number >> 255, number & ((1 << 255) - 1)
    if y >= _P:
        return None
    square = (y * y - 1) * pow(_D * y * y + 1, _P - 2, _P) % _P
    x = pow(square, (_P + 3) // 8, _P)
    if (x * x - square) % _P:
        x = x * _ROOT_OF_MINUS_ONE % _P
    if (x * x - square) % _P or (x == 0 and sign):
        return None
    if x & 1 != sign:
        x = _P - x
    return x, y, 1, x * y % _P


def _add(one: Point, two: Point) -> Point:
    a = (one[1] - one[0]) * (two[1] - two[0]) % _P
    b = (one[1] + one[0]) * (two[1] + two[0]) % _P
    c = 2 * one[3] * two[3] * _D % _P
    d = 2 * one[2] * two[2] % _P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % _P, g * h % _P, f * g % _P, e * h % _P


def _double(point: Point) -> Point:
    x, y, z, _ = point
    a, b = x * x % _P, y * y % _P
    h, g = a + b, a - b
    e = (h - (x + y) * (x + y)) % _P
    f = (2 * z * z + g) % _P
    return e * f % _P, g * h % _P, f * g % _P, e * h % _P


def _bytes_of(point: Point) -> bytes:
    inverse = pow(point[2], _P - 2, _P)
    x, y = point[0] * inverse % _P, point[1] * inverse % _P
    return (y | (x & 1) << 255).to_bytes(32, "little")


def _generator() -> Point:
    point = _read_point((4 * pow(5, _P - 2, _P) % _P).to_bytes(32, "little"))
    assert point is not None  # a constant of RFC 8032
    return point


_BASE = _generator()


def verify(public: bytes, message: bytes, signature: bytes) -> bool:
    """Tell whether `signature` (64 bytes) over `message` was made with the key of `public` (32 bytes)."""
    if len(public) != 32 or len(signature) != 64:
        return False
    key, s = _read_point(public), int.from_bytes(signature[32:], "little")
    if key is None or s >= _ORDER:
        return False
    if _bytes_of(_double(_double(_double(key)))) == _bytes_of(_ZERO):
        return False  # of small order: such a "key" fits many messages
    h = int.from_bytes(sha512(signature[:32] + public + message).digest(), "little") % _ORDER
    minus_key: Point = (_P - key[0], key[1], key[2], _P - key[3])
    # s*B - h*A in one ladder: the pair of bits picks what is added after each doubling.
    choices = (None, _BASE, minus_key, _add(_BASE, minus_key))
    total = _ZERO
    for bit in range(252, -1, -1):
        total = _double(total)
        chosen = choices[(s >> bit & 1) | (h >> bit & 1) << 1]
        if chosen is not None:
            total = _add(total, chosen)
    return _bytes_of(total) == signature[:32]
