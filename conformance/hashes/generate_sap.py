#!/usr/bin/python3 -Wignore
"""sap-issha.tsv, by Python's hashlib (OpenSSL).

Confirmed by hashcat 6.2.6, `hashcat -m 10300 HASHES WORDS`, whose own example hash is among them.
"""

import base64
import hashlib

from vectors import ACCENTED, ASCII, ASTRAL, LONG, write


def issha(password, salt, rounds):
    digest = salt
    for _ in range(rounds):
        digest = hashlib.sha1(password.encode() + digest).digest()
    return "{x-issha, %d}%s" % (rounds, base64.b64encode(digest + salt).decode())


def rows():
    for password in ("", ASCII, ACCENTED, ASTRAL, LONG):
        yield password, issha(password, b"675831610", 1024), True
    yield ASCII, issha(ASCII, b"0123456789ab", 1), True
    yield "hashcat", "{x-issha, 1024}BnjXMqcNTwa3BzdnUOf1iAu6dw02NzU4MzE2MTA=", True


write("sap-issha", rows())
