#!/usr/bin/python3
"""spellings/*.tsv: hashes of other schemes in the texts of shops, frameworks and servers.

The hashes are made by hashlib (OpenSSL), plistlib, passlib 1.7.4, bcrypt 5.0, argon2-cffi 25.1 and,
for AdonisJS, by bcryptjs 3, hash-wasm 4 and @phc/format (generate_node.mjs). This script puts them
into each text.
Published are: hashcat's own examples (of "hashcat"); the hashes of "password" in the tests of
AdonisJS, Jenkins and Liferay.

pip install passlib bcrypt argon2-cffi
npm install better-auth oslo@1 lucia@2 scrypt-kdf bcryptjs hash-wasm @phc/format in any folder;
run this script with NODE_PATH=FOLDER/node_modules
"""

import base64
import hashlib
import json
import plistlib
import struct
import subprocess
from pathlib import Path

import argon2.low_level
import bcrypt
from passlib.hash import md5_crypt, pbkdf2_sha256, phpass

from vectors import ACCENTED, ASCII, ASTRAL, LONG, write

PASSWORDS = ("", ASCII, ACCENTED, ASTRAL, LONG)
SALT = bytes(range(16))


def b64(data):
    return base64.b64encode(data).decode()


def pbkdf2(digest, password, salt=SALT, rounds=100, length=None):
    return hashlib.pbkdf2_hmac(digest, password.encode(), salt, rounds, length)


def bcrypted(password):
    # bcrypt 5 refuses what is longer than 72 bytes, which others ignore.
    return bcrypt.hashpw(password.encode()[:72], b"$2a$05$abcdefghijklmnopqrstuu").decode()


def argon2id(password, form):
    raw = argon2.low_level.hash_secret_raw(
        password.encode(), SALT, 2, 256, 2, 32, argon2.low_level.Type.ID
    )
    salt, key = b64(SALT), b64(raw)
    return form.format(salt=salt, key=key, s=salt.rstrip("="), k=key.rstrip("="))


def node(*kinds, passwords=PASSWORDS):
    calls = [(kind, password) for kind in kinds for password in passwords]
    script = Path(__file__).with_name("generate_node.mjs")
    lines = "\n".join(json.dumps(call) for call in calls)
    out = subprocess.run(["node", script], input=lines, capture_output=True, check=True, text=True)
    texts = out.stdout.split("\n")
    return [(password, text, True) for (_, password), text in zip(calls, texts, strict=False)]


def each(text):
    return [(password, text(password), True) for password in PASSWORDS]


def php(**texts):
    parts = "".join(
        f's:{len(text.encode())}:"{text}";' for pair in texts.items() for text in pair
    )
    return "a:%d:{%s}" % (len(texts), parts)


def xenforo_digest(password, algorithm):
    inner = hashlib.new(algorithm, password.encode()).hexdigest()
    digest = hashlib.new(algorithm, (inner + "s4lt/+").encode()).hexdigest()
    return php(hash=digest, salt="s4lt/+", hashFunc=algorithm)


def shiro(password, name, rounds):
    digest = hashlib.new(name.replace("-", "").lower(), SALT + password.encode()).digest()
    for _ in range(rounds - 1):
        digest = hashlib.new(name.replace("-", "").lower(), digest).digest()
    return f"$shiro1${name}${rounds}${b64(SALT)}${b64(digest)}"


def liferay(password, rounds=100):
    key = pbkdf2("sha1", password, SALT[:8], rounds, 20)
    return b64(struct.pack(">II", 160, rounds) + SALT[:8] + key)


def crackstation():
    for digest in ("sha1", "sha256", "sha512", "md5", "sha224", "sha384"):
        yield from each(
            lambda p: f"{digest}:100:18:{b64(SALT)}:{b64(pbkdf2(digest, p, length=18))}"
        )
    yield from each(lambda p: f"sha256:100:{b64(SALT)}:{b64(pbkdf2('sha256', p, length=24))}")
    yield "hashcat", "sha256:1000:MTc3MTA0MTQwMjQxNzY=:PYjCU215Mi57AYPKva9j7mvF4Rc5bCnt", True
    yield "hashcat", "sha1:1000:MzU4NTA4MzIzNzA1MDQ=:19ofiY+ahBXhvkDsp0j2ww==", True
    yield "hashcat", "sha512:1000:ODQyMDEwNjQyODY=:MKaHNWXUsuJB3IEwBHbm3w==", True


def jakarta():
    for digest in ("sha256", "sha512", "sha224", "sha384"):
        name = "PBKDF2WithHmac" + digest.upper()
        yield from each(
            lambda p: f"{name}:2048:{b64(SALT)}:{b64(pbkdf2(digest, p, rounds=2048, length=32))}"
        )


def macos():
    yield from each(lambda p: f"$ml$100${SALT.hex()}${pbkdf2('sha512', p, length=128).hex()}")
    yield (
        "hashcat",
        "$ml$35460$93a94bd24b5de64d79a5e49fa372827e739f4d7b6975c752c9a0ff1e5cf72e05$752351df64dd2ce9dc9"
        "c64a72ad91de6581a15c19176266b44d98919dfa81f0f96cbcb20a1ffb400718c20382030f637892f776627d34e021b"
        "ad4f81b7de8222",
        True,
    )


def macos_plist(password):
    key = pbkdf2("sha512", password, length=128)
    inner = {"entropy": key, "iterations": 100, "salt": SALT}
    text = plistlib.dumps({"SALTED-SHA512-PBKDF2": inner}, fmt=plistlib.FMT_XML).decode()
    # One line, as a table has it: base64 may be broken anywhere.
    return " ".join(text.split())


def jenkins():
    prefix = "$PBKDF2$HMACSHA512:"
    yield from each(lambda p: f"{prefix}100:{SALT.hex()}${pbkdf2('sha512', p).hex()}")
    yield (
        "password",
        prefix + "210000:ffbb207b847010af98cdd2b09c79392c$f67c3b985daf60db83a9088bc2439f7b77016d26c1439"
        "a9877c4f863c377272283ce346edda4578a5607ea620a4beb662d853b800f373297e6f596af797743a6",
        True,
    )


def xenforo():
    yield from each(lambda p: php(hash=bcrypted(p)))
    yield from each(lambda p: php(hash=phpass.using(salt="abcdefgh", rounds=7).hash(p)))
    yield from each(lambda p: json.dumps({"hash": bcrypted(p)}, separators=(",", ":")))
    yield ASCII, '{"hash":"' + bcrypted(ASCII).replace("/", "\\/") + '"}', True
    yield ASCII, php(hash=bcrypted(ASCII), salt="abcdefghijklmnopqrstuu"), True
    yield ACCENTED, php(hash=bcrypted(ACCENTED), salt=""), True


def phpbb_converted():
    for password in PASSWORDS:
        inner = hashlib.md5(password.encode()).hexdigest()
        outer = phpass.using(salt="abcdefgh", rounds=7, ident="H").hash(inner)
        yield password, "$CP$" + outer, True


def typo3():
    yield from each(lambda p: "C" + phpass.using(salt="abcdefgh", rounds=7).hash(p))
    yield from each(lambda p: "C" + md5_crypt.using(salt="abcdefgh").hash(p))
    yield from each(lambda p: "C" + pbkdf2_sha256.using(salt=SALT, rounds=100).hash(p))
    yield from each(lambda p: "C" + bcrypted(p))


def shiro2():
    yield from each(lambda p: argon2id(p, "$shiro2$argon2id$v=19$t=2,m=256,p=2${s}${k}"))
    yield from each(lambda p: "$shiro2" + bcrypted(p).replace("$2a$", "$2y$"))


def argon2_order():
    yield from each(lambda p: argon2id(p, "$argon2id$v=19$t=2,m=256,p=2${s}${k}"))
    yield from each(lambda p: argon2id(p, "$argon2id$v=19$p=2,t=2,m=256${salt}${key}"))
    yield from node("adonisArgon2", passwords=PASSWORDS[1:])


def write_all(**rows):
    for name, of_name in rows.items():
        write("spellings/" + name.replace("_", "-"), of_name)


ADONIS = "$bcrypt$v=98$r=10$tAe1bhm5zoo0Sx7ZfrCd7w$0T4Cf8htpt/8FbjK+cErdaTh8T6ClYQ"
SHIRO_ROUNDS = [("SHA-256", 100), ("SHA-512", 100), ("SHA-1", 1), ("MD5", 2), ("SHA-384", 3)]
LIFERAY = "AAAAoAAB9ADJZ16OuMAPPHe2CUbP0HPyXvagoKHumh7iHU3c"

write_all(
    adonis_bcrypt=[*node("adonisBcrypt"), ("password", ADONIS, True)],
    adonis_scrypt=node("adonisScrypt"),
    argon2_order=argon2_order(),
    shiro2=shiro2(),
    jenkins_bcrypt=each(lambda p: "#jbcrypt:" + bcrypted(p)),
    openmage_bcrypt=each(lambda p: bcrypted(p).replace("$2a$", "$2y$") + ":0"),
    bcrypt_bare=[*each(lambda p: bcrypted(p)[4:]), *each(lambda p: bcrypted(p)[1:])],
    xenforo=xenforo(),
    xenforo_digest=[
        *each(lambda p: xenforo_digest(p, "sha256")),
        *each(lambda p: xenforo_digest(p, "sha1")),
    ],
    typo3=typo3(),
    phpbb_converted=phpbb_converted(),
    crackstation=crackstation(),
    jakarta=jakarta(),
    mosquitto=each(lambda p: f"$7$101${b64(SALT[:12])}${b64(pbkdf2('sha512', p, SALT[:12], 101))}"),
    mosquitto_1=each(
        lambda p: f"$6${b64(SALT[:12])}${b64(hashlib.sha512(p.encode() + SALT[:12]).digest())}"
    ),
    macos=macos(),
    macos_plist=each(macos_plist),
    jenkins_pbkdf2=jenkins(),
    liferay=[*each(liferay), ("password", LIFERAY, True)],
    liferay_tag=[
        *each(lambda p: "{PBKDF2WithHmacSHA1}" + liferay(p)),
        ("password", "{PBKDF2WITHHMACSHA1}" + LIFERAY, True),
        ("password", "{UFC-CRYPT}SNbUMVY9kKQpY", True),
    ],
    shiro1=[row for args in SHIRO_ROUNDS for row in each(lambda p: shiro(p, *args))],
)
