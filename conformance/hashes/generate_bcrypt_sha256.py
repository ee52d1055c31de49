#!/usr/bin/python3 -Wignore
"""passlib-bcrypt-sha256.tsv, by passlib 1.7.4 (over python3-bcrypt 3.2.2): both its versions.

Debian 12: apt-get install python3-passlib python3-bcrypt
"""

from passlib.hash import bcrypt_sha256

from vectors import ACCENTED, ASCII, ASTRAL, LONG, write

SALT = "abcdefghijklmnopqrstuu"


def encoded(password, version, ident="2b"):
    settings = bcrypt_sha256.using(version=version, ident=ident, rounds=5, salt=SALT)
    return settings.hash(password)


def rows():
    for version in (1, 2):
        for password in ("", ASCII, ACCENTED, ASTRAL, LONG):
            yield password, encoded(password, version), True
        # Beyond bcrypt's 72 bytes every byte still counts.
        yield LONG[:-1] + "!", encoded(LONG, version), False
    yield ACCENTED, encoded(ACCENTED, 1, "2a"), True
    # The versions differ in more than their spelling.
    first = encoded(ASCII, 1).replace("2b,5", "v=2,t=2b,r=5")
    yield ASCII, first, False


write("passlib-bcrypt-sha256", rows())
