#!/usr/bin/python3 -Wignore
"""PBKDF2 in the spellings of passlib, PHC, LDAP, Werkzeug, Atlassian, GRUB and two called p5k2.

passlib 1.7.4: passlib-pbkdf2-*, ldap-pbkdf2, atlassian-pbkdf2, grub-pbkdf2-sha512,
    cta-pbkdf2-sha1, dlitz-pbkdf2-sha1.
slappasswd 2.5.13 with the module pw-pbkdf2: ldap-pbkdf2, too. grub-mkpasswd-pbkdf2 2.06:
    grub-pbkdf2-sha512, too. Werkzeug 2.2.2: werkzeug-pbkdf2.
@phc/pbkdf2 1.1.14 for Node.js: pbkdf2-phc-*. Their l= and their padding, which other writers add,
    are put there by this script.
Debian 12: apt-get install python3-passlib python3-werkzeug slapd slapd-contrib grub-common nodejs
npm install @phc/pbkdf2@1.1.14 in any folder; run this script with NODE_PATH=FOLDER/node_modules
The salts of slappasswd, GRUB, Werkzeug and Node.js are random: the files keep what came out last.
"""

import json
import subprocess

from passlib import hash as passlib
from werkzeug.security import generate_password_hash

from vectors import ACCENTED, ASCII, ASTRAL, LONG, write

PASSWORDS = ("", ASCII, ACCENTED, ASTRAL, LONG)
SALT = b"grains \xf0\xff of salt"


def by_passlib(scheme, password, rounds=100, salt=SALT):
    return getattr(passlib, scheme).using(rounds=rounds, salt=salt).hash(password)


def passlib_rows(scheme, salt=SALT):
    for password in PASSWORDS:
        yield password, by_passlib(scheme, password, salt=salt), True
    yield ASCII, by_passlib(scheme, ASCII, rounds=1, salt=salt), True
    yield ASCII, by_passlib(scheme, ASCII, salt=salt[:1]), True
    if scheme == "pbkdf2_sha256":
        yield ASCII, getattr(passlib, scheme).hash(ASCII), True


def ldap_rows():
    for digest in ("sha1", "sha256", "sha512"):
        yield from passlib_rows("ldap_pbkdf2_" + digest)
    for scheme in ("{PBKDF2}", "{PBKDF2-SHA1}", "{PBKDF2-SHA256}", "{PBKDF2-SHA512}"):
        for password in (ASCII, ACCENTED):
            yield password, slappasswd(scheme, password), True


def slappasswd(scheme, password):
    command = ["/usr/sbin/slappasswd", "-o", "module-path=/usr/lib/ldap"]
    command += ["-o", "module-load=pw-pbkdf2 100", "-h", scheme, "-s", password]
    return subprocess.check_output(command, text=True).strip()


def grub_rows():
    yield from passlib_rows("grub_pbkdf2_sha512")
    # Keys of less and of more than the 64 bytes that SHA-512 has.
    for password, length in ((ASCII, 64), (ACCENTED, 64), (ASCII, 20), (ASCII, 100)):
        command = ["grub-mkpasswd-pbkdf2", "-c", "100", "-l", str(length), "-s", "10"]
        twice = f"{password}\n{password}\n"
        said = subprocess.check_output(command, input=twice, text=True)
        yield password, said[said.index("grub.pbkdf2") :].strip(), True


def atlassian_rows():
    for password in PASSWORDS:
        yield password, passlib.atlassian_pbkdf2_sha1.using(salt=SALT[:16]).hash(password), True


def dlitz_rows():
    yield from passlib_rows("dlitz_pbkdf2_sha1", salt="u9HvcT4d")
    # 400 is written as nothing.
    yield ASCII, by_passlib("dlitz_pbkdf2_sha1", ASCII, rounds=400, salt="./Az09"), True


def werkzeug_rows():
    for password in PASSWORDS:
        yield password, generate_password_hash(password, "pbkdf2:sha256:100"), True
    for digest in ("md5", "sha1", "sha224", "sha384", "sha512"):
        yield ACCENTED, generate_password_hash(ACCENTED, f"pbkdf2:{digest}:10"), True
    yield ASCII, generate_password_hash(ASCII, "pbkdf2:sha256:1", salt_length=1), True


NODE = """
const pbkdf2 = require('@phc/pbkdf2');
const [digest, passwords] = JSON.parse(process.argv[1]);
Promise.all(passwords.map(each => pbkdf2.hash(each, {iterations: 100, digest, saltSize: 10})))
  .then(texts => console.log(JSON.stringify(texts)));
"""


def phc_rows(digest):
    asked = json.dumps([digest, PASSWORDS])
    texts = json.loads(subprocess.check_output(["node", "-e", NODE, asked], text=True))
    yield from ((password, text, True) for password, text in zip(PASSWORDS, texts))
    length = {"sha1": 20, "sha256": 32, "sha512": 64}[digest]
    yield PASSWORDS[1], texts[1].replace("i=100", f"i=100,l={length}"), True
    yield PASSWORDS[2], "$".join(padded(each) for each in texts[2].split("$")), True
    yield PASSWORDS[2], texts[2].replace("i=100", "i=101"), False


def padded(part):
    return part if "=" in part or "-" in part else part + "=" * (-len(part) % 4)


for digest in ("sha1", "sha256", "sha512"):
    write("passlib-pbkdf2-" + digest, passlib_rows("pbkdf2_" + digest))
    write("pbkdf2-phc-" + digest, phc_rows(digest))
write("ldap-pbkdf2", ldap_rows())
write("atlassian-pbkdf2", atlassian_rows())
write("grub-pbkdf2-sha512", grub_rows())
write("cta-pbkdf2-sha1", passlib_rows("cta_pbkdf2_sha1"))
write("dlitz-pbkdf2-sha1", dlitz_rows())
write("werkzeug-pbkdf2", werkzeug_rows())
