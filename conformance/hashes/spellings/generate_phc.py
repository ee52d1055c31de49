#!/usr/bin/python3 -Wignore
"""mattermost.tsv, zitadel-pbkdf2.tsv, nextcloud.tsv and argon2-padded.tsv.

Mattermost's and Zitadel's: Python's hashlib, and the published row of mattermost#33830. Nextcloud's: bcrypt of
libxcrypt, by Python's crypt, and the Argon2 hashes of ../argon2.tsv, whose generator is beside it;
the rows of Argon2 with padding are the same.
Debian 12: apt-get install python3 (3.11)
"""

import crypt
import json
import sys
from base64 import b64encode
from hashlib import pbkdf2_hmac
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
from vectors import ACCENTED, ASCII, ASTRAL, LONG, write

SALT = bytes(range(240, 256))


def base64(data):
    return b64encode(data).decode().rstrip("=")


def mattermost(password, parameters="f=SHA256,w=100,l=32", digest="sha256", length=32):
    key = pbkdf2_hmac(digest, password.encode(), SALT, 100, length)
    return f"$pbkdf2${parameters}${base64(SALT)}${base64(key)}"


def mattermost_rows():
    yield ("",
           "$pbkdf2$f=SHA256,w=600000,l=32$4EJ0aoqSHZt0dKO8ccz/OQ$"
           "oWnpQnGjl+x+6J08bTP1OVQ+7ZF29qMaucfyyDY0Rlw", True)
    for password in (ASCII, ACCENTED, ASTRAL, LONG):
        yield password, mattermost(password), True
    yield ACCENTED, mattermost(ACCENTED, "w=100,l=32,f=SHA256"), True
    yield ACCENTED, mattermost(ACCENTED, "f=SHA512,w=100,l=64", "sha512", 64), True


def zitadel_rows():
    for digest in ("sha1", "sha224", "sha384"):
        for password in (ASCII, ACCENTED, ASTRAL):
            key = pbkdf2_hmac(digest, password.encode(), SALT, 100)
            yield password, f"$pbkdf2-{digest}$100${base64(SALT)}${base64(key)}", True


def argon2_rows():
    lines = (Path(__file__).parent.parent / "argon2.tsv").read_text("utf-8").splitlines()[1:]
    for line in lines:
        password, encoded, expected = line.split("\t")
        yield json.loads(password), encoded, json.loads(expected)


def padded(encoded):
    start, salt, digest = encoded.rsplit("$", 2)
    return "$".join([start, salt + "=" * (-len(salt) % 4), digest + "=" * (-len(digest) % 4)])


def nextcloud_rows():
    for password in (ASCII, ACCENTED, ASTRAL):
        for setting in ("$2y$05$abcdefghijklmnopqrstuu", "$2b$04$abcdefghijklmnopqrstuu"):
            yield password, "1|" + crypt.crypt(password, setting), True
    for password, encoded, expected in argon2_rows():
        if encoded.startswith("$argon2id$v=19"):
            yield password, "3|" + encoded, expected
        elif encoded.startswith("$argon2i$v=19"):
            yield password, "2|" + encoded, expected


def padded_rows():
    for password, encoded, expected in argon2_rows():
        if padded(encoded) != encoded:
            yield password, padded(encoded), expected


write("spellings/mattermost", mattermost_rows())
write("spellings/zitadel-pbkdf2", zitadel_rows())
write("spellings/nextcloud", nextcloud_rows())
write("spellings/argon2-padded", padded_rows())
