#!/usr/bin/python3 -Wignore
"""cisco-*.tsv: pix and type7 by passlib 1.7.4; types 8 and 9 by Python's hashlib (OpenSSL).

The latter two were confirmed by hashcat 6.2.6, `hashcat -m 9200|9300 HASHES WORDS`, whose own
example hashes are among them.
Debian 12: apt-get install python3-passlib
"""

import base64
import hashlib

from passlib.hash import cisco_pix, cisco_type7
from passlib.utils.binary import HASH64_CHARS

from vectors import ACCENTED, ASCII, ASTRAL, LONG, write

SALT = "84486783037343"
TO_HASH64 = str.maketrans(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/", HASH64_CHARS
)


def encoded(kind, salt, key):
    digits = base64.b64encode(key).decode().rstrip("=").translate(TO_HASH64)
    return f"${kind}${salt}${digits}"


def type8(password, salt=SALT):
    key = hashlib.pbkdf2_hmac("sha256", password.encode(), salt.encode(), 20000, 32)
    return encoded(8, salt, key)


def type9(password, salt=SALT):
    key = hashlib.scrypt(password.encode(), salt=salt.encode(), n=16384, r=1, p=1, dklen=32)
    return encoded(9, salt, key)


def pix():
    for password in ("", "cisco", "battery staple", "é" * 8, "sixteen letters."):
        yield password, cisco_pix.hash(password), True
    # Longer ones are refused, not cut.
    yield "sixteen letters..", cisco_pix.hash("sixteen letters."), False


def type7():
    for password in ("", ASCII, ACCENTED, ASTRAL, LONG):
        for salt in (0, 7, 52):
            yield password, cisco_type7.using(salt=salt).hash(password), True
    yield ASCII, cisco_type7.using(salt=3).hash(ASCII).lower(), True
    yield ASCII[:-1], cisco_type7.using(salt=3).hash(ASCII), False


def secrets(hashed):
    for password in ("", ASCII, ACCENTED, ASTRAL, LONG):
        yield password, hashed(password), True
    yield ASCII, hashed(ASCII, "../abcdefXYZ09"), True


write("cisco-pix", pix())
write("cisco-type7", type7())
write(
    "cisco-type8",
    [
        *secrets(type8),
        ("hashcat", "$8$84486783037343$pYNyVrtyMalQrZLxRi7ZLQS1Fl.jkYCgASUi5P8JNb2", True),
    ],
)
write(
    "cisco-type9",
    [
        *secrets(type9),
        ("hashcat", "$9$87023684531115$phio0TBQwaO7KZ8toQFyGFyDvyOzidaypRWN0uKX0hU", True),
    ],
)
