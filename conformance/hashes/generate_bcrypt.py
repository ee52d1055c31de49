#!/usr/bin/python3 -Wignore
"""bcrypt.tsv, by three implementations that share no code.

$2a$ $2b$ $2x$ $2y$: libxcrypt through Python's crypt (crypt_blowfish, where $2x$ comes from).
$2$: passlib's builtin bcrypt, in Python. $2b$ again: python3-bcrypt; $2y$ again: htpasswd.
Debian 12: apt-get install python3-passlib python3-bcrypt apache2-utils
"""

import crypt
import subprocess

import bcrypt
from passlib.crypto._blowfish import raw_bcrypt

from vectors import ACCENTED, ASCII, ASTRAL, LONG, write

SALT = "abcdefghijklmnopqrstuu"


def libxcrypt(prefix, password, cost="05"):
    return crypt.crypt(password, f"{prefix}{cost}${SALT}")


def passlib_first_version(password):
    digest = raw_bcrypt(password.encode(), "2", SALT.encode(), 5)
    return f"$2$05${SALT}{digest.decode()}"


def python_bcrypt(password, cost):
    return bcrypt.hashpw(password.encode(), f"$2b${cost}${SALT}".encode()).decode()


def htpasswd(password):
    """The salt is random: the file keeps whatever came out last."""
    command = ["htpasswd", "-nbB", "-C", "5", "user", password]
    return subprocess.check_output(command, text=True).strip().removeprefix("user:")


def rows():
    for prefix in ("$2a$", "$2b$", "$2x$", "$2y$"):
        # Each length modulo 4 puts the letters above 127 elsewhere in their words.
        for password in ("", ASCII, ACCENTED, ASTRAL, "é", "xé", "xxé", "xxxé", "éx" * 40, LONG):
            yield password, libxcrypt(prefix, password), True
    for password in ("", ASCII, ACCENTED, ASTRAL, LONG):
        yield password, passlib_first_version(password), True
    # The terminating zero is what tells these two apart.
    yield "abab", passlib_first_version("ab"), True
    yield "abab", libxcrypt("$2b$", "ab"), False
    # Only 72 bytes count: these differ from LONG in the 72nd and in the 73rd.
    for hashed in (libxcrypt("$2b$", LONG), libxcrypt("$2x$", LONG), passlib_first_version(LONG)):
        yield LONG[:71] + "!" + LONG[72:], hashed, False
        yield LONG[:72] + "!", hashed, True
        yield LONG[:72], hashed, True
    # crypt_blowfish's own sign-extension bug: the same password, not the same hash.
    yield ACCENTED, libxcrypt("$2x$", ACCENTED).replace("$2x$", "$2b$"), False
    yield ACCENTED, libxcrypt("$2b$", ACCENTED).replace("$2b$", "$2x$"), False
    yield ASCII, libxcrypt("$2b$", ASCII).replace("$2b$", "$2x$"), True
    yield ACCENTED, python_bcrypt(ACCENTED, "04"), True
    yield ASCII, python_bcrypt(ASCII, "10"), True
    yield ACCENTED, htpasswd(ACCENTED), True
    yield "bcrypt$ prefix", "bcrypt$" + libxcrypt("$2b$", "bcrypt$ prefix"), True


write("bcrypt", rows())
