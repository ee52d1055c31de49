#!/usr/bin/python3 -Wignore
"""hex-*.tsv, by passlib 1.7.4 (hex_md4, hex_sha1, hex_sha256, hex_sha512) and coreutils (sha384sum).

Debian 12: apt-get install python3-passlib
"""

import subprocess

from passlib.hash import hex_md4, hex_sha1, hex_sha256, hex_sha512

from vectors import ACCENTED, ASCII, ASTRAL, LONG, write

PASSWORDS = ("", ASCII, ACCENTED, ASTRAL, LONG)


def sha384sum(password):
    out = subprocess.run(["sha384sum"], input=password.encode(), capture_output=True, check=True)
    return out.stdout.decode().split()[0]


def rows(digest):
    for password in PASSWORDS:
        yield password, digest(password), True
    yield ASCII, digest(ASCII).upper(), True


write("hex-md4", rows(hex_md4.hash))
write("hex-sha1", rows(hex_sha1.hash))
write("hex-sha256", rows(hex_sha256.hash))
write("hex-sha384", rows(sha384sum))
write("hex-sha512", rows(hex_sha512.hash))
