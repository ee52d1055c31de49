#!/usr/bin/python3
"""argon2.tsv, by the reference implementation through python3-argon2 21.1 (libargon2 20171227).

Its own encoding, bare: all variants, both versions, and no version, which means 16.
Debian 12: apt-get install python3-argon2
"""

from argon2.low_level import Type, hash_secret

from vectors import ACCENTED, ASCII, ASTRAL, LONG, write

SALT = b"lQaIiIrGVKL2"


def encoded(password, kind, version=19, passes=2, memory=256, lanes=2, length=16):
    secret = password.encode()
    return hash_secret(secret, SALT, passes, memory, lanes, length, kind, version).decode()


def rows():
    for password in ("", ASCII, ACCENTED, ASTRAL, LONG):
        yield password, encoded(password, Type.ID), True
    for kind in Type:
        for version in (16, 19):
            text = encoded(ACCENTED, kind, version, passes=3, memory=64, lanes=4, length=32)
            yield ACCENTED, text, True
            if version == 16:
                yield ACCENTED, text.replace("$v=16", ""), True
            else:
                yield ACCENTED, text.replace("$v=19", "$v=16"), False
    # Longer than one BLAKE2b, and as short as it may be.
    yield ASCII, encoded(ASCII, Type.ID, length=100), True
    yield ASCII, encoded(ASCII, Type.ID, memory=8, lanes=1, passes=1, length=4), True


write("argon2", rows())
