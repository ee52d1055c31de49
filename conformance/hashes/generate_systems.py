#!/usr/bin/python3
"""Hashes of shops, forums, frameworks and servers that have a scheme of their own.

magento: libsodium (PyNaCl 1.6) and Python's hashlib, in the steps of Magento's Encryptor.
better-auth: better-auth 1.7, oslo 1.2 and Lucia 2.7. node-scrypt: Node.js 20. scrypt-kdf: the
    package of this name, version 4; one row is published, with a program that uses it. All by
    generate_node.mjs; their salts are random, so that the file keeps what came out last.
gitea: hashlib (OpenSSL), argon2-cffi and bcrypt, in the steps of Gitea's password hashers.
aspnet-membership, werkzeug-hmac, joomla: hashlib and hmac, in the steps that the classes name.
mosquitto-go-auth: hashlib; two rows are published, by mosquitto-go-auth's own tests and its users.
django-wrapped: Django 5.2's PBKDF2, in the class that its documentation shows.
typo3-md5: passlib 1.7.4 over the MD5 in hex. phpbb-combined: passlib's phpass, then bcrypt 5.0.

pip install passlib bcrypt argon2-cffi PyNaCl django
npm install better-auth oslo@1 lucia@2 scrypt-kdf bcryptjs hash-wasm @phc/format in any folder;
run this script with NODE_PATH=FOLDER/node_modules
"""

import base64
import hashlib
import hmac
import json
import subprocess
from pathlib import Path

import argon2.low_level
import bcrypt
import django.conf
import nacl.pwhash.argon2id
from django.contrib.auth import hashers
from passlib.hash import argon2 as passlib_argon2
from passlib.hash import md5_crypt, pbkdf2_sha256, phpass

from vectors import ACCENTED, ASCII, ASTRAL, LONG, write

PASSWORDS = ("", ASCII, ACCENTED, ASTRAL, LONG)
SHORT = ("", ASCII, ACCENTED, ASTRAL)
LIGATURE = "\ufb01anc\u0065\u0301e"
SALT = bytes(range(16))


def b64(data):
    return base64.b64encode(data).decode()


def node(calls):
    script = Path(__file__).with_name("generate_node.mjs")
    lines = "\n".join(json.dumps(call) for call in calls)
    out = subprocess.run(["node", script], input=lines, capture_output=True, check=True, text=True)
    return [
        (password, text, True)
        for (_, password), text in zip(calls, out.stdout.split("\n"), strict=False)
    ]


def magento_step(version, salt, data):
    if version in "01":
        algorithm = "md5" if version == "0" else "sha256"
        return hashlib.new(algorithm, (salt + data).encode()).hexdigest()
    _, seed, ops, mem = ("3_32_2_67108864" if version == "2" else version).split("_")
    fitted = (salt * 16).encode()[:16]
    kdf = nacl.pwhash.argon2id.kdf
    return kdf(int(seed), data.encode(), fitted, opslimit=int(ops), memlimit=int(mem)).hex()


def magento(password, salt, versions):
    data = password
    for version in versions.split(":"):
        data = magento_step(version, salt, data)
    return f"{data}:{salt}:{versions}"


def magento_rows():
    salt = "0o1ICsF2WcIcqIVeT8S2E72ggi9jzSVy"
    for versions in ("0", "1", "0:1", "3_32_2_1048576", "0:1:3_32_2_1048576"):
        for password in PASSWORDS:
            yield password, magento(password, salt, versions), True
    yield ACCENTED, magento(ACCENTED, "AbCdEfGhIjKlMnOp", "3_32_2_67108864"), True
    yield ACCENTED, magento(ACCENTED, "AbCdEfGhIjKlMnOp", "2"), True
    yield ACCENTED, magento(ACCENTED, "short", "3_24_1_65536"), True
    for algorithm in ("md5", "sha256", "sha512"):
        for password in SHORT:
            digest = hashlib.new(algorithm, ("a9" + password).encode()).hexdigest()
            yield password, digest + ":a9", True
    for algorithm, version in (("md5", "0"), ("sha256", "1")):
        for password in SHORT:
            digest = hashlib.new(algorithm, password.encode()).hexdigest()
            for text in (digest + ":" + version, digest + "::" + version):
                yield password, text, True


def gitea_key(algorithm, password, salt):
    name, *numbers = algorithm.split("$")
    data = password.encode()
    if name.startswith("pbkdf2"):
        usual = {"pbkdf2_v2": 50000, "pbkdf2_hi": 320000}.get(name, 10000)
        rounds, length = numbers or (usual, 50)
        return hashlib.pbkdf2_hmac("sha256", data, salt, int(rounds), int(length))
    if name == "scrypt":
        n, r, p, length = map(int, numbers or (65536, 16, 2, 50))
        return hashlib.scrypt(data, salt=salt, n=n, r=r, p=p, dklen=length, maxmem=1 << 28)
    passes, kib, lanes, length = map(int, numbers or (2, 65536, 8, 50))
    return argon2.low_level.hash_secret_raw(
        data, salt, passes, kib, lanes, length, argon2.low_level.Type.ID
    )


def gitea_rows():
    cheap = ("pbkdf2$1000$50", "scrypt$64$16$2$50", "argon2$2$256$8$50")
    for algorithm in cheap:
        for password in PASSWORDS:
            key = gitea_key(algorithm, password, SALT).hex()
            yield password, f"{algorithm}${SALT.hex()}${key}", True
    for algorithm in ("pbkdf2", "pbkdf2_v1", "pbkdf2_v2", "pbkdf2_hi", "scrypt", "argon2"):
        key = gitea_key(algorithm, ACCENTED, SALT).hex()
        yield ACCENTED, f"{algorithm}${SALT.hex()}${key}", True
    key = gitea_key("pbkdf2$1000$50", ASCII, b"ABCDEFghij").hex()
    yield ASCII, f"pbkdf2$1000$50$ABCDEFghij${key}", True
    for algorithm in ("bcrypt", "bcrypt$5"):
        text = bcrypt.hashpw(ACCENTED.encode(), b"$2a$05$abcdefghijklmnopqrstuu").decode()
        yield ACCENTED, f"{algorithm}${SALT.hex()}${text}", True


def membership_rows():
    for password in PASSWORDS:
        data = password.encode("utf-16-le")
        for algorithm in ("md5", "sha1", "sha256", "sha384", "sha512"):
            block = hashlib.new(algorithm).block_size
            key = (SALT * block)[:block]
            tail = "|1|" + b64(SALT)
            yield password, b64(hashlib.new(algorithm, SALT + data).digest()) + tail, True
            yield password, b64(hmac.digest(key, data, algorithm)) + tail, True


def werkzeug_rows():
    for algorithm in ("sha256", "sha1", "md5", "sha224", "sha384", "sha512"):
        for password in PASSWORDS:
            digest = hmac.new(b"abcdefgh", password.encode(), algorithm).hexdigest()
            yield password, f"{algorithm}$abcdefgh${digest}", True
    yield ASCII, "sha256$$" + hashlib.sha256(ASCII.encode()).hexdigest(), True


def joomla_rows():
    for password in PASSWORDS:
        for salt in ("AbCdEfGhIjKlMnOp", "0" * 32):
            text = (password + salt).encode()
            yield password, "{SHA256}" + hashlib.sha256(text).hexdigest() + ":" + salt, True
            yield password, hashlib.md5(text).hexdigest() + ":" + salt, True


def go_auth_rows():
    for password in PASSWORDS:
        for algorithm, length in (("sha512", 64), ("sha256", 32)):
            written = b64(SALT)
            for encoded, salt in ((written, SALT), (written, written.encode()), ("a#9", b"a#9")):
                key = hashlib.pbkdf2_hmac(algorithm, password.encode(), salt, 1000, length)
                yield password, f"PBKDF2${algorithm}$1000${encoded}${b64(key)}", True
    yield (
        "testpw",
        "PBKDF2$sha512$100000$os24lcPr9cJt2QDVWssblQ==$BK1BQ2wbwU1zNxv3Ml3wLuu5//hPop3/LvaPYjjCwdBvnpwu"
        "snukJPpcXQzyyjOlZdieXTx6sXAcX4WnZRZZnw==",
        True,
    )
    yield (
        "password",
        "PBKDF2$sha512$100000$wQ5MDv53lQSfxYJfXo7C6A==$Vj1ev0AlGwWdEeQgS0Ya2NC/j4qf970wQZkxJ0TME6OFGydO"
        "qRkshWfPAFWxJtPFLFX7pLEeOlnDL8xOK77Nng==",
        True,
    )


def typo3_rows():
    for password in PASSWORDS:
        digest = hashlib.md5(password.encode()).hexdigest()
        yield password, "M" + phpass.using(salt="abcdefgh", rounds=7).hash(digest), True
        yield password, "M" + md5_crypt.using(salt="abcdefgh").hash(digest), True
        yield password, "M" + pbkdf2_sha256.using(salt=SALT, rounds=100).hash(digest), True
        text = bcrypt.hashpw(digest.encode(), b"$2a$05$abcdefghijklmnopqrstuu")
        yield password, "M" + text.decode(), True
    argon2id = passlib_argon2.using(type="ID", salt=SALT, rounds=2, memory_cost=256, parallelism=2)
    yield ASCII, "M" + argon2id.hash(hashlib.md5(ASCII.encode()).hexdigest()), True


def phpbb_rows():
    for password in PASSWORDS:
        inner = phpass.using(salt="abcdefgh", rounds=7, ident="H").hash(password)
        settings, digest = inner[3:12], inner[12:]
        for revision in ("2y", "2a"):
            salt = b"$2b$05$abcdefghijklmnopqrstuu"
            outer = bcrypt.hashpw(digest.encode(), salt).decode()
            text = f"$H\\{revision}${settings}$05\\{outer[7:29]}${outer[29:]}"
            yield password, text, True


def django_rows():
    django.conf.settings.configure()
    for name in ("md5", "sha1"):

        class Wrapped(hashers.PBKDF2PasswordHasher):
            algorithm = "pbkdf2_wrapped_" + name

            def encode(self, password, salt, iterations=None):
                digest = hashlib.new(name, (salt + password).encode()).hexdigest()
                return super().encode(digest, salt, iterations)

        for password in PASSWORDS:
            yield password, Wrapped().encode(password, "lQaIiIrGVKL2", 100), True


def node_rows(*kinds, more=()):
    return node([(kind, password) for kind in kinds for password in (*PASSWORDS, *more)])


write("magento", magento_rows())
write("gitea", gitea_rows())
write("aspnet-membership", membership_rows())
write("werkzeug-hmac", werkzeug_rows())
write("joomla", joomla_rows())
write("mosquitto-go-auth", go_auth_rows())
write("django-wrapped", django_rows())
write("typo3-md5", typo3_rows())
write("phpbb-combined", phpbb_rows())
write("better-auth", node_rows("lucia2", "betterAuth", "oslo", more=(LIGATURE,)))
write("node-scrypt", node_rows("nodeColon", "nodeDot", "nest"))
published = (
    "c2NyeXB0AA4AAAAIAAAAAQ4/0t2PcxibqPK17NrzpZ6bX2Get+e0XVZNTn23M/L51pufBCroXLQfXhjjCdaU4zvvDqBap6/"
    "+8sQWT7jLTrzkLnwDYbBUCbzzWZ4zPuOd"
)
write(
    "scrypt-kdf",
    [*node_rows("scryptKdf", "scryptKdfHex"), ("dennis", published, True)],
)
