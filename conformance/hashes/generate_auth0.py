#!/usr/bin/python3
"""auth0-custom.tsv, pbkdf2-plain.tsv.

Both forms are Muster's own; hashlib and hmac (OpenSSL 3) compute the hashes, and this script writes
them down. The rows of the password "shh" are the templates of Auth0's command line, where Auth0
computed them; "hello" is from Auth0's documentation.
"""

import base64
import hashlib
import hmac

from vectors import ACCENTED, ASCII, ASTRAL, LONG, write

PASSWORDS = ("", ASCII, ACCENTED, ASTRAL, LONG)
SALT = b"grains \xf0\xff of salt"


def b64(raw):
    return base64.b64encode(raw).decode().rstrip("=")


def pbkdf2(digest, password, iterations, length):
    key = hashlib.pbkdf2_hmac(digest, password, SALT, iterations, length)
    return f"$pbkdf2-plain$alg={digest},i={iterations}${b64(SALT)}${b64(key)}"


def pbkdf2_rows():
    yield (
        "shh",
        "$pbkdf2-plain$alg=md4,i=100000$+N375B8q0Fw$fp2R9KAM4hK/votGHC5Fu+jhqbxUD8+Nic/EMSGvNC3UP"
        "/k7wSHI0uXluHRSkZfl/BOheYqNOemayG90ZaSSQw",
        True,
    )
    for digest in ("md5", "sha1", "sha224", "sha256", "sha384", "sha512", "ripemd160"):
        yield ASCII, pbkdf2(digest, ASCII.encode(), 100, 45), True
    for password in PASSWORDS:
        yield password, pbkdf2("sha256", password.encode(), 100, 32), True


def custom(inner, form="utf8", before=b"", after=b""):
    return f"$auth0$password={form}${b64(before)}${b64(after)}${inner}"


def digest(name, message):
    return f"$digest$alg={name}$$${b64(hashlib.new(name, message).digest())}"


def keyed(name, key, message):
    code = hmac.new(key, message, name).digest()
    return f"$hmac$alg={name}${b64(key)}$$${b64(code)}"


def custom_rows():
    for password in PASSWORDS:
        raw = password.encode()
        yield password, custom(digest("sha256", raw)), True
        yield password, custom(digest("md5", SALT + raw), before=SALT), True
        yield password, custom(digest("sha512", raw + SALT), after=SALT), True
        yield password, custom(digest("sha1", password.encode("utf-16le")), "utf16le"), True
        yield password, custom(keyed("sha384", b"key", raw)), True
        yield password, custom(pbkdf2("sha512", raw, 100, 64)), True
    latin1 = ACCENTED.encode("latin1")
    yield ACCENTED, custom(digest("sha256", latin1), "latin1"), True
    yield ACCENTED, custom(digest("sha256", SALT + latin1), "latin1", before=SALT), True
    key = hashlib.scrypt(ASCII.encode("utf-16le"), salt=SALT, n=64, r=8, p=1, dklen=64)
    yield ASCII, custom(f"scrypt:N=64,r=8,p=1:base64={b64(SALT)}:base64={b64(key)}", "utf16le"), True
    sha384 = "/cgEjdoZh85DhurDeOQEMO1rMlAur93SVPbYe5XSD4lF7nNuvrBju5hUeg9A6agRemgSXGl5YuE="
    yield "shh", custom("{SSHA384}" + sha384), True
    yield "shh", custom("$digest$alg=md4$$$AbuUujgF0pPPkJPSFRTpmA"), True
    yield "shh", custom("$2b$10$C9hB01.YxRSTcn/ZOOo4j.TW7xCKKFKBSF.C7E0xiUwumqIDqWUXG"), True
    yield "hello", custom("$2b$10$nFguVi9LsCAcvTZFKQlRKeLVydo8ETv483lkNsSFI/Wl1Rz1Ypo1K"), True
    yield (
        "shh",
        custom(
            "$argon2id$v=19$m=65536,t=2,p=1$J6Q/82PCyaNpYKRELJyTZg"
            "$m04qUAB8rexWDR4+/0f+SFB+4XMFxt7YAvAq2UycYos"
        ),
        True,
    )


write("pbkdf2-plain", pbkdf2_rows())
write("auth0-custom", custom_rows())
