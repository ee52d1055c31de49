#!/usr/bin/python3 -Wignore
"""scrypt-phc.tsv, scrypt-crypt.tsv, werkzeug-scrypt.tsv, scrypt-plain.tsv.

scrypt-phc: passlib 1.7.4 over Python's hashlib (OpenSSL 3.0). The padding and the N in place of
    its logarithm are Ory Kratos's, put there by this script; two rows are from Kratos's own tests.
scrypt-crypt: libxcrypt 4.4.33 through Python's crypt; one row is of passlib, one of libsodium's
    crypto_pwhash_scryptsalsa208sha256_str by way of python3-nacl 1.5.
werkzeug-scrypt: Debian's Werkzeug 2.2 has no scrypt yet, so that hashlib computes it and this
    script writes it down as Werkzeug 2.3 does. scrypt-plain is written down by nobody else.
Debian 12: apt-get install python3-passlib python3-nacl
"""

import base64
import crypt
import hashlib

import nacl.pwhash.scrypt
from passlib.hash import scrypt as passlib_scrypt

from vectors import ACCENTED, ASCII, ASTRAL, LONG, write

PASSWORDS = ("", ASCII, ACCENTED, ASTRAL, LONG)
SALT = b"grains \xf0\xff of salt"


def by_passlib(password, **settings):
    settings = {"salt": SALT, "rounds": 6, "block_size": 8, "parallelism": 1} | settings
    return passlib_scrypt.using(**settings).hash(password)


def padded(text):
    head, salt, digest = text.rsplit("$", 2)
    return "$".join((head, salt + "=" * (-len(salt) % 4), digest + "=" * (-len(digest) % 4)))


def key(password, salt, n, r, p, length):
    return hashlib.scrypt(
        password.encode(), salt=salt, n=n, r=r, p=p, maxmem=2**28, dklen=length
    )


def unpadded(raw):
    return base64.b64encode(raw).decode().rstrip("=")


# From the tests of Ory Kratos: hash/hash_comparator_test.go.
KRATOS = (
    "$scrypt$ln=16384,r=8,p=1$2npRo7P03Mt8keSoMbyD/tKFWyUzjiQf2svUaNDSrhA="
    "$MiCzNcIplSMqSBrm4HckjYqYhaVPPjTARTzwB1cVNYE="
)


def phc_rows():
    for password in PASSWORDS:
        yield password, by_passlib(password), True
    yield ASCII, by_passlib(ASCII, rounds=1, block_size=3, parallelism=5), True
    yield ASCII, by_passlib(ASCII, salt=b"x", rounds=10, block_size=1), True
    yield ASCII, by_passlib(ASCII, rounds=10, block_size=2), True
    yield ACCENTED, padded(by_passlib(ACCENTED)), True
    yield ACCENTED, padded(by_passlib(ACCENTED)).replace("ln=6,", "ln=64,"), True
    for length in (16, 64, 100):
        digest = unpadded(key(ASCII, SALT, 64, 8, 1, length))
        yield ASCII, f"$scrypt$ln=6,r=8,p=1${unpadded(SALT)}${digest}", True
    yield "test", KRATOS, True
    yield "tesu", KRATOS, False


def crypt_rows():
    for password in PASSWORDS:
        yield password, crypt.crypt(password, "$7$4/..../....grainsOfSalt"), True
    yield ASCII, crypt.crypt(ASCII, "$7$8U..../....SodiumChloride"), True
    yield ASCII, crypt.crypt(ASCII, "$7$41..../....a"), True
    yield ASCII, crypt.crypt(ASCII, "$7$4/....1....a"), True
    yield ACCENTED, by_passlib(ACCENTED, ident="$7$", salt=b"grainsOfSalt"), True
    sodium = nacl.pwhash.scrypt.str(ACCENTED.encode(), opslimit=2**15, memlimit=2**21)
    yield ACCENTED, sodium.rstrip(b"\0").decode(), True


def werkzeug_rows():
    for password in PASSWORDS:
        yield password, werkzeug(password, "vIE6WYDxW7uDlYUn", 64, 8, 1), True
    yield ACCENTED, werkzeug(ACCENTED, "x", 2, 3, 4), True
    yield ASCII, werkzeug(ASCII, "vIE6WYDxW7uDlYUn", 4096, 8, 1), True


def werkzeug(password, salt, n, r, p):
    return f"scrypt:{n}:{r}:{p}${salt}${key(password, salt.encode(), n, r, p, 64).hex()}"


def plain_rows():
    for password in PASSWORDS:
        digest = key(password, SALT, 64, 8, 1, 64)
        yield password, f"scrypt:N=64,r=8,p=1:hex={SALT.hex()}:hex={digest.hex()}", True
    digest = key(ACCENTED, SALT, 16, 2, 3, 24)
    b64 = base64.b64encode(SALT).decode(), base64.b64encode(digest).decode()
    yield ACCENTED, f"scrypt:N=16,r=2,p=3:base64={b64[0]}:base64={b64[1]}", True
    yield ACCENTED, f"scrypt:N=16,r=2,p=3:base64={b64[0].rstrip('=')}:hex={digest.hex()}", True
    bare = key(ASCII, b"", 16, 1, 1, 32).hex()
    yield ASCII, f"scrypt:N=16,r=1,p=1:hex=:hex={bare}", True


write("scrypt-phc", phc_rows())
write("scrypt-crypt", crypt_rows())
write("werkzeug-scrypt", werkzeug_rows())
write("scrypt-plain", plain_rows())
