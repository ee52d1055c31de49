#!/usr/bin/python3
"""Hashes that systems wrote before their present ones.

node-password-hash: the Node.js package password-hash 1.2.2; its salts are random, so that the file
    keeps what came out last. One row has the iterations computed by hmac.
liferay-md2: pycryptodome 3.23; the row of "password" is published, in Liferay's own tests.
jenkins-sha256: hashlib, in the steps of Jenkins's encoder CLASSIC.
spring-pbkdf2-sha256, spring-pbkdf2-sha512: hashlib (OpenSSL), in the steps of the class
    Pbkdf2PasswordEncoder of Spring Security 5.0 after setAlgorithm.

pip install pycryptodome
npm install password-hash in any folder; run this script with NODE_PATH=FOLDER/node_modules
"""

import base64
import hashlib
import hmac
import json
import subprocess

from Crypto.Hash import MD2

from vectors import ACCENTED, ASCII, ASTRAL, LONG, write

PASSWORDS = ("", ASCII, ACCENTED, ASTRAL, LONG)
PACKAGE = """
const hashes = require("password-hash");
for (const [password, options] of JSON.parse(process.argv[1]))
  console.log(hashes.generate(password, options));
"""


def by_package(algorithm, iterations, passwords):
    options = {"algorithm": algorithm, "iterations": iterations, "saltLength": 8}
    calls = json.dumps([[password, options] for password in passwords])
    out = subprocess.run(
        ["node", "-e", PACKAGE, calls], capture_output=True, check=True, text=True
    )
    return [(p, text, True) for p, text in zip(passwords, out.stdout.split(), strict=True)]


def node_password_hash():
    yield from by_package("sha1", 1, PASSWORDS)
    yield from by_package("sha1", 1000, (ASCII, ACCENTED))
    for algorithm in ("md5", "sha224", "sha256", "sha384", "sha512"):
        yield from by_package(algorithm, 3, (ASCII, ACCENTED))
    digest = ASCII
    for _ in range(7):
        digest = hmac.new(b"a1b2c3d4", digest.encode(), "sha1").hexdigest()
    yield ASCII, "sha1$a1b2c3d4$7$" + digest, True


def liferay_md2():
    yield "password", "{MD2}8DiBqIxuORNfDsxg79YJuQ==", True
    for password in PASSWORDS:
        digest = MD2.new(password.encode()).digest()
        yield password, "{MD2}" + base64.b64encode(digest).decode(), True


def jenkins():
    for salt in ("AbCdEf", "zzzzzz"):
        for password in PASSWORDS:
            digest = hashlib.sha256((password + "{" + salt + "}").encode()).hexdigest()
            yield password, salt + ":" + digest, True


def spring(digest):
    salt = bytes(range(8))
    for password in (ASCII, ACCENTED, ASTRAL):
        both = salt + hashlib.pbkdf2_hmac(digest, password.encode(), salt, 185000, 32)
        yield password, "{pbkdf2}" + both.hex(), True
    yield ASTRAL, base64.b64encode(both).decode(), True


write("node-password-hash", node_password_hash())
write("liferay-md2", liferay_md2())
write("jenkins-sha256", jenkins())
for name in ("sha256", "sha512"):
    write("spring-pbkdf2-" + name, spring(name))
