#!/usr/bin/python3 -Wignore
"""fshp.tsv, by passlib 1.7.4.

Debian 12: apt-get install python3-passlib
"""

from passlib.hash import fshp

from vectors import ACCENTED, ASCII, ASTRAL, LONG, write

SALT = b"0123456789abcdef"


def rows():
    for variant in range(4):
        for password in ("", ASCII, ACCENTED, ASTRAL, LONG):
            yield password, fshp.using(variant=variant, salt=SALT, rounds=100).hash(password), True
    yield ASCII, fshp.using(variant=1, salt=b"", rounds=1).hash(ASCII), True
    yield ASCII, fshp.using(variant=1, salt=b"\x00\xff{SALT}", rounds=4096).hash(ASCII), True


write("fshp", rows())
