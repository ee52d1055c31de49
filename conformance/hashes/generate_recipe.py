#!/usr/bin/env python3
"""recipe.tsv: hashes that are composed of others.

Digests, HMAC, PBKDF2 and scrypt by Python's hashlib (OpenSSL), bcrypt by python3-bcrypt, Argon2 by
argon2-cffi. The hash of `test_hashcat`, md5(md5(password) + salt), is the example of hashcat's mode
2611. What the texts look like around them is put together here.
pip install bcrypt argon2-cffi
"""

import base64
import hashlib
import hmac

import bcrypt
from argon2.low_level import Type, hash_secret_raw

from vectors import ACCENTED, ASCII, ASTRAL, LONG, write

BCRYPT_SALT = b"$2b$05$abcdefghijklmnopqrstuu"
PASSWORDS = ("", ASCII, ACCENTED, ASTRAL, LONG)


def bare(data):
    return base64.b64encode(data).decode().rstrip("=")


def stored(recipe, made, salt=b"", login=b""):
    return f"$recipe${bare(salt)}${bare(login)}${bare(made)}${recipe}"


def digest(algorithm, data):
    return hashlib.new(algorithm, data).digest()


def hexed(algorithm, data):
    return digest(algorithm, data).hex().encode()


def bcrypted(data, salt=BCRYPT_SALT):
    return bcrypt.hashpw(data[:72], salt)


def of_bcrypt():
    for password in PASSWORDS:
        data = password.encode()
        made = bcrypted(hexed("sha256", data))
        yield password, stored("bcrypt(hex(sha256(password)))", made), True
    data = ACCENTED.encode()
    yield ACCENTED, stored("bcrypt(hex(md5(password)))", bcrypted(hexed("md5", data))), True
    enhanced = bcrypted(base64.b64encode(digest("sha384", data)))
    yield ACCENTED, stored("bcrypt(base64(sha384(password)))", enhanced), True
    yield ACCENTED, stored("bcrypt(latin1(password))", bcrypted(ACCENTED.encode("latin-1"))), True
    yield ACCENTED, stored("bcrypt(salt + password)", bcrypted(b"s4lt" + data), b"s4lt"), True
    smf = stored("bcrypt(lower(login) + password)", bcrypted(b"admin" + data), login=b"Admin")
    yield ACCENTED, smf, True
    for prefix in (b"$2a$", b"$2y$"):
        salt = BCRYPT_SALT.replace(b"$2b$", prefix)
        inner = bcrypted(data, BCRYPT_SALT.replace(b"$2b$", b"$2a$"))
        inner = prefix + inner[4:]
        outer = bcrypted(inner, BCRYPT_SALT.replace(b"$2b$", b"$2a$"))
        outer = prefix + outer[4:]
        yield ACCENTED, stored("bcrypt(bcrypt(password))", outer), True


def of_digests():
    data = ACCENTED.encode()
    salt = b"Ab3dEf9hi"
    tail = digest("sha1", b"--" + salt + b"--" + data + b"--")
    yield ACCENTED, stored('sha1("--" + salt + "--" + password + "--")', tail, salt), True
    made = hexed("sha1", data)
    made = hexed("sha1", salt + made)
    made = digest("sha1", salt + made)
    cart = "sha1(salt + hex(sha1(salt + hex(sha1(password)))))"
    yield ACCENTED, stored(cart, made, salt), True
    made = digest("md5", hexed("md5", data) + salt)
    yield ACCENTED, stored("md5(hex(md5(password)) + salt)", made, salt), True
    made = digest("md5", digest("md5", data).hex().upper().encode())
    yield ACCENTED, stored("md5(HEX(md5(password)))", made), True
    made = digest("sha512", ASTRAL.upper().encode() + ASTRAL.lower().encode())
    yield ASTRAL, stored("sha512(upper(password) + lower(password))", made), True
    key = b"0123456789"
    made = hmac.new((key * 7)[:64], ACCENTED.encode("utf-16-le"), "sha256").digest()
    membership = "hmac-sha256(repeat(unbase64(salt), 64), utf16le(password))"
    yield ACCENTED, stored(membership, made, base64.b64encode(key)), True
    made = digest("sha224", bytes.fromhex("00ff") + base64.urlsafe_b64encode(digest("md5", data)))
    url = "sha224(unhex(salt) + base64-url(md5(password)))"
    yield ACCENTED, stored(url, made, b"00FF"), True
    made = digest("sha512", data)[:32]
    yield ACCENTED, stored("first(sha512(password), 32)", made), True
    hashcat = bytes.fromhex("28f9975808ae2bdc5847b1cda26033ea")
    yield "hashcat", stored("md5(hex(md5(password)) + salt)", hashcat, b"308"), True


def of_rounds():
    data = ACCENTED.encode()
    salt = b"Ab3dEf9hi"
    made = data + salt
    for _ in range(20):
        made = hexed("sha512", made)
    yield ACCENTED, stored("rounds(password + salt, 20, hex(sha512(previous)))", made, salt), True
    made = b""
    for _ in range(50):
        made = digest("sha256", made + data + b"{" + salt + b"}")
    symfony = 'rounds("", 50, sha256(previous + password + "{" + salt + "}"))'
    yield ACCENTED, stored(symfony, made, salt), True
    made = b"site key"
    for _ in range(10):
        made = hexed("sha1", b"--" + b"--".join([salt, made, data, b"site key"]) + b"--")
    devise = (
        'rounds("site key", 10, hex(sha1("--" + salt + "--" + previous + "--" + password'
        ' + "--site key--")))'
    )
    yield ACCENTED, stored(devise, made, salt), True


def of_keys():
    data = ACCENTED.encode()
    salt = b"9f86d081884c7d65"
    made = hashlib.pbkdf2_hmac("sha256", hexed("md5", data), salt, 1000, 40)
    pbkdf2 = "pbkdf2-sha256(hex(md5(password)), salt, 1000, 40)"
    yield ACCENTED, stored(pbkdf2, made, salt), True
    made = hashlib.pbkdf2_hmac("sha512", data, bytes.fromhex(salt.decode()), 1000, 64)
    yield ACCENTED, stored("pbkdf2-sha512(password, unhex(salt), 1000, 64)", made, salt), True
    made = hashlib.scrypt(data, salt=salt, n=1024, r=16, p=1, dklen=64)
    yield ACCENTED, stored("scrypt(password, salt, 1024, 16, 1, 64)", made, salt), True
    for variant in (Type.ID, Type.I, Type.D):
        made = hash_secret_raw(hexed("sha1", data), salt, 2, 256, 2, 32, variant)
        argon2 = f"argon2{variant.name.lower()}(hex(sha1(password)), salt, 256, 2, 2, 32)"
        yield ACCENTED, stored(argon2, made, salt), True


def in_schemes():
    data = ACCENTED.encode()
    key = hashlib.pbkdf2_hmac("sha256", hexed("sha1", b"salt" + data), b"salt", 1000)
    django = "pbkdf2_sha256$1000$salt$" + base64.b64encode(key).decode()
    wrapped = 'django-pbkdf2-sha256(hex(sha1("salt" + password)))'
    yield ACCENTED, stored(wrapped, django.encode()), True
    raw = hash_secret_raw(hexed("md5", data), b"saltsalt", 2, 256, 1, 16, Type.ID)
    phc = "$argon2id$v=19$m=256,t=2,p=1$" + bare(b"saltsalt") + "$" + bare(raw)
    yield ACCENTED, stored("argon2(hex(md5(password)))", phc.encode()), True


if __name__ == "__main__":
    rows = [*of_bcrypt(), *of_digests(), *of_rounds(), *of_keys(), *in_schemes()]
    write("recipe", rows)
