#!/usr/bin/python3 -Wignore
"""django-*.tsv, by Django's own hashers (Debian 12 ships Django 3.2), with fixed salts.

What Django 3.2 does not write itself comes from elsewhere: scrypt from Python's hashlib (OpenSSL)
in Django 4's format, other kinds of Argon2 from python3-argon2 (the reference implementation), DES
crypt with other salts from libxcrypt.
Debian 12: apt-get install python3-django python3-bcrypt python3-argon2
"""

import base64
import crypt
import hashlib

import argon2.low_level
import django
from django.conf import settings
from django.contrib.auth import hashers

from vectors import ACCENTED, ASCII, ASTRAL, LONG, write

settings.configure()
django.setup()

PASSWORDS = ("", ASCII, ACCENTED, ASTRAL, LONG)
SALT = "lQaIiIrGVKL2"
ODD_SALT = "sel é/+,;:="


def pbkdf2(hasher):
    for password in PASSWORDS:
        yield password, hasher.encode(password, SALT, 1000), True
    yield ASCII, hasher.encode(ASCII, ODD_SALT, 1), True
    yield ACCENTED, hasher.encode(ACCENTED, SALT, hasher.iterations), True
    yield ASCII + " ", hasher.encode(ASCII, SALT, 1000), False


def argon2_rows():
    hasher = hashers.Argon2PasswordHasher()
    hasher.memory_cost, hasher.time_cost, hasher.parallelism = 256, 2, 2
    for password in PASSWORDS:
        yield password, hasher.encode(password, SALT), True
    for kind in (argon2.low_level.Type.D, argon2.low_level.Type.I, argon2.low_level.Type.ID):
        for version in (16, 19):
            encoded = argon2.low_level.hash_secret(
                ACCENTED.encode(), SALT.encode(), 3, 64, 4, 32, kind, version
            ).decode()
            yield ACCENTED, "argon2" + encoded, True
            if version == 16:
                yield ACCENTED, "argon2" + encoded.replace("$v=16", ""), True
            else:
                yield ACCENTED, "argon2" + encoded.replace("$v=19", "$v=16"), False
    yield ASCII, hashers.Argon2PasswordHasher().encode(ASCII, SALT), True


def bcrypt_sha256_rows():
    hasher = hashers.BCryptSHA256PasswordHasher()
    for password in PASSWORDS:
        yield password, hasher.encode(password, b"$2b$05$abcdefghijklmnopqrstuu"), True
    # Beyond bcrypt's 72 bytes every byte still counts.
    yield LONG[:-1] + "!", hasher.encode(LONG, b"$2b$05$abcdefghijklmnopqrstuu"), False


def scrypt(password, salt, n, r, p):
    key = hashlib.scrypt(
        password.encode(), salt=salt.encode(), n=n, r=r, p=p, maxmem=2**28, dklen=64
    )
    return f"scrypt${n}${salt}${r}${p}${base64.b64encode(key).decode()}"


def scrypt_rows():
    for password in PASSWORDS:
        yield password, scrypt(password, SALT, 1024, 8, 1), True
    yield ACCENTED, scrypt(ACCENTED, ODD_SALT, 2, 1, 1), True
    yield ASCII, scrypt(ASCII, SALT, 32768, 1, 3), True
    yield ASCII, scrypt(ASCII, SALT, 2**14, 8, 1), True


def salted(hasher):
    for password in PASSWORDS:
        yield password, hasher.encode(password, SALT), True
    yield ASCII, hasher.encode(ASCII, ODD_SALT), True
    algorithm, salt, digest = hasher.encode(ASCII, SALT).split("$")
    yield ASCII, f"{algorithm}${salt}x${digest}", False


def unsalted_md5():
    for password in PASSWORDS:
        bare = hashers.UnsaltedMD5PasswordHasher().encode(password, "")
        yield password, bare, True
        yield password, "md5$$" + bare, True


def unsalted_sha1():
    for password in PASSWORDS:
        yield password, hashers.UnsaltedSHA1PasswordHasher().encode(password, ""), True


def des_crypt():
    hasher = hashers.CryptPasswordHasher()
    for password in ("", ACCENTED, ASTRAL, LONG, "a"):
        yield password, hasher.encode(password, "ab"), True
    for salt in ("..", "zZ", "9/", "A0"):
        yield ASCII, f"crypt${salt}${crypt.crypt(ASCII, salt)}", True
    # Eight bytes of seven bits: "é" is C3 A9, which reads as "C)".
    yield "12345678", hasher.encode("123456789", "ab"), True
    yield "C)", hasher.encode("é", "ab"), True
    yield "12345679", hasher.encode("123456789", "ab"), False


# Published with the tests of Authentic2's CSV import.
PUBLISHED_PBKDF2 = (
    ("hop", "pbkdf2_sha256$260000$lQaIiIrGVKL2$RmRWsICLm3v1WRrFSCPZZWYWNlmR8UErcLWc3XmzDS8=", True),
    ("test", "pbkdf2_sha256$12000$aTEYJsznPZvE$Wz4cklskP4ejUbDNJuYSe2jmQii6OgVUi2bvXAxeCvA=", True),
)

write("django-pbkdf2-sha256", [*pbkdf2(hashers.PBKDF2PasswordHasher()), *PUBLISHED_PBKDF2])
write("django-pbkdf2-sha1", pbkdf2(hashers.PBKDF2SHA1PasswordHasher()))
write("django-argon2", argon2_rows())
write("django-bcrypt-sha256", bcrypt_sha256_rows())
write("django-scrypt", scrypt_rows())
write("django-sha1", salted(hashers.SHA1PasswordHasher()))
write("django-md5", salted(hashers.MD5PasswordHasher()))
write("django-unsalted-md5", unsalted_md5())
write("django-unsalted-sha1", unsalted_sha1())
write("django-crypt", des_crypt())
