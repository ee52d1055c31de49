#!/usr/bin/python3
"""recipes.tsv: hashes as systems compose them, and the recipe that `muster hash solve` names.

The system, then password, salt, key and login as JSON strings, the hash, and the recipe in the
grammar of docs/hashes.md. Hashes that are written here are of public reports; the others are
computed by Python 3.11 (hashlib, hmac), argon2-cffi and Perl 5.36 (crypt).
Debian 12: apt-get install python3-argon2
"""

import base64
import hashlib
import hmac
import json
import subprocess
from pathlib import Path

from argon2.low_level import Type, hash_secret_raw

P = "pässwörd☃ñ"
T = "Tr0ub4dor&3"
SALT = "Ab3dEf9hi"
B64_SALT = "AAECAwQFBgcICQoLDA0ODw=="
BCRYPT = "$2b$04$abcdefghijklmnopqrstuu"


def digest(name, *parts):
    return hashlib.new(name, b"".join(data(part) for part in parts)).digest()


def data(part):
    return part if isinstance(part, bytes) else part.encode()


def hexed(name, *parts):
    return digest(name, *parts).hex()


def b64(value):
    return base64.b64encode(value).decode()


def mac(name, key, message):
    return hmac.new(data(key), data(message), name).digest()


def bcrypt(password):
    """Perl's crypt() is the C library's, which has bcrypt, and takes bytes."""
    program = "print crypt(pack('H*', $ARGV[0]), $ARGV[1])"
    return subprocess.check_output(["perl", "-e", program, data(password).hex(), BCRYPT], text=True)


def pbkdf2(name, password, salt, iterations, length):
    return hashlib.pbkdf2_hmac(name, data(password), data(salt), iterations, length)


def scrypt(password, salt, n, r, p, length):
    return hashlib.scrypt(
        data(password), salt=data(salt), n=n, r=r, p=p, dklen=length, maxmem=1 << 28
    )


def argon2id(password, salt, m, t, p, length):
    return hash_secret_raw(data(password), data(salt), t, m, p, length, Type.ID)


def devise(password, salt, pepper, stretches):
    value = pepper
    for _ in range(stretches):
        value = hexed("sha1", "--" + "--".join([value, salt, password, pepper]) + "--")
    return value


def authlogic(password, salt, stretches):
    value = password
    for _ in range(stretches):
        value = hexed("sha1", value + "--" + salt)
    return value


def rest_auth(password, salt, key, stretches):
    value = key
    for _ in range(stretches):
        value = hexed("sha1", "--".join([value, salt, password, key]))
    return value


AUTHLOGIC = (
    'rounds(sha1(password + "--" + salt), 9, sha1(hex(previous) + "--" + salt))'
)
DEVISE = (
    'rounds(sha1("--" + pepper("pepper") + "--" + salt + "--" + password + "--" + pepper("pepper")'
    ' + "--"), 9, sha1("--" + hex(previous) + "--" + salt + "--" + password + "--" +'
    ' pepper("pepper") + "--"))'
)
REST_AUTH = (
    'rounds(sha1(pepper("pepper") + "--" + salt + "--" + password + "--" + pepper("pepper")), 9,'
    ' sha1(hex(previous) + "--" + salt + "--" + password + "--" + pepper("pepper")))'
)

FIREBASE_KEY = (
    "jxspr8Ki0RYycVU8zykbdLGjFQ3McFUH0uiiTvC8pVMXAn210wjLNmdZJzxUECKbm0QsEmYUSDzZvpjeJ9WmXA=="
)
FIREBASE_HASH = (
    "lSrfV15cpx95/sZS2W9c9Kp6i/LVgQNDNC/qzrCnh1SAyZvqmZqAjTdn3aoItz+VHjoZilo78198JAdRuid5lQ=="
)

# system, password, salt, key, login, hash, recipe
ROWS = [
    # bcrypt of something else than the password
    ("Meteor, node.bcrypt.js#928", P, "", "", "",
     "$2b$06$4ISJIkEvmXEFtjL3IsHM8.QaRRvNsHiP7bVUllZbaC6RcWEiftmQC",
     "bcrypt(hex(sha256(password)))"),
    ("vBulletin 5, discourse-migratepassword#18", P, "", "", "",
     "$2b$06$9Hv5NVjhEoO7ONx6zY5krO1CHCL/q4PqdZuudnjDY.SaguvEiQX1q",
     "bcrypt(hex(md5(password)))"),
    ("Devise, comeonin#152", T, "", "0c0ffee0c0ffee", "",
     "$2b$06$CuEnU0DPUuETgSgcZkiBW.AbstZ7BFMYKKf3VWci3e62hCG26B9ci",
     'bcrypt(password + pepper("pepper"))'),
    ("Metabase", T, "1f3b2c9e-aaaa-bbbb-cccc-0123456789ab", "", "",
     "$2b$06$9kK2ICk0ick.uNfPtSDGEupzje7Cr7A1MJZCEESLQzjymfwpuCf6W",
     "bcrypt(salt + password)"),
    ("SMF 2.1", T, "admin", "", "",
     "$2b$06$IS9h5JE3sj4wj/ofBG/ta.Y7iJXR6AxfDDT.hTt6Z4xbBNZsb/5Bm",
     "bcrypt(salt + password)"),
    ("SMF 2.1", T, "", "", "Admin",
     "$2b$06$IS9h5JE3sj4wj/ofBG/ta.Y7iJXR6AxfDDT.hTt6Z4xbBNZsb/5Bm",
     "bcrypt(lower(login) + password)"),
    ("WoltLab, node.bcrypt.js#455", P, "", "", "",
     "$2a$06$1qiILCu3brlX1O85PGPA2eSgbEbsbLlbJ6Vo6BFgkG4vWBEyGSXgK",
     "bcrypt(bcrypt(password))"),
    ("BCrypt.Net, enhanced", T, "", "", "",
     "$2b$05$RZe3l0tvo76VMb1Qe1yByeO8O.AV4Z8Eky0H.MPWh3MAeffDZcVum",
     "bcrypt(base64(sha384(password)))"),
    ("Symfony, long passwords", P, "", "", "", bcrypt(b64(digest("sha512", P))),
     "bcrypt(base64(sha512(password)))"),
    ("old PHP in Latin-1", "pässwörd", "", "", "", bcrypt("pässwörd".encode("latin1")),
     "bcrypt(latin1(password))"),
    ("Dropbox and others", P, "", "", "", bcrypt(hexed("sha512", P)),
     "bcrypt(hex(sha512(password)))"),
    ("bcrypt of an HMAC", P, "", "k3y", "", bcrypt(b64(mac("sha256", "k3y", P))),
     'bcrypt(base64(hmac-sha256(pepper("pepper"), password)))'),
    ("bcrypt of salted SHA-1", P, SALT, "", "", bcrypt(hexed("sha1", SALT, P)),
     "bcrypt(hex(sha1(salt + password)))"),
    ("bcrypt in upper case", P, "", "", "", bcrypt(P.upper()), "bcrypt(upper(password))"),
    # scrypt and Argon2
    ("better-auth#4762", P, "", "", "",
     "9f86d081884c7d659a2feaa0c55ad015:60825775f3c5d5440984c8ca4e7e70845b09d8b2f86e78ea9e7ea05889f"
     "66ff4dddbafb288287fdbb380c6e64aab7d502b8c567937dedd21ef4ce7f857a34749",
     "scrypt(password, salt, 16384, 16, 1, 64)"),
    ("Lucia 2", P, "", "", "",
     "s2:kx8dh3ms9fk2lq0z:" + scrypt(P, "kx8dh3ms9fk2lq0z", 16384, 16, 1, 64).hex(),
     "scrypt(password, salt, 16384, 16, 1, 64)"),
    ("Node tutorial", P, "", "", "",
     "0f1e2d3c4b5a69788796a5b4c3d2e1f0:"
     + scrypt(P, "0f1e2d3c4b5a69788796a5b4c3d2e1f0", 16384, 8, 1, 64).hex(),
     "scrypt(password, salt, 16384, 8, 1, 64)"),
    ("Node tutorial, key first", P, "", "", "",
     scrypt(P, "8a1c4d9e", 16384, 8, 1, 64).hex() + ".8a1c4d9e",
     "scrypt(password, salt, 16384, 8, 1, 64)"),
    ("Node, salt in bytes", P, "00112233445566778899aabbccddeeff", "", "",
     scrypt(P, bytes.fromhex("00112233445566778899aabbccddeeff"), 16384, 8, 1, 32).hex(),
     "scrypt(password, unhex(salt), 16384, 8, 1, 32)"),
    ("Forgejo, scrypt", P, "zYxWvU1234", "", "",
     scrypt(P, "zYxWvU1234", 65536, 16, 2, 50).hex(),
     "scrypt(password, salt, 65536, 16, 2, 50)"),
    ("scrypt with its costs", P, "", "", "",
     "scrypt$8192$4$2$zYxWvU1234$" + scrypt(P, "zYxWvU1234", 8192, 4, 2, 50).hex(),
     "scrypt(password, salt, 8192, 4, 2, 50)"),
    ("AdonisJS", P, "", "", "",
     "$scrypt$n=16384,r=8,p=1$" + b64(b"sixteen bytes ok")[:-2] + "$"
     + b64(scrypt(P, b"sixteen bytes ok", 16384, 8, 1, 64))[:-2],
     "scrypt(password, unbase64(salt), 16384, 8, 1, 64)"),
    ("Forgejo, Argon2", P, "zYxWvU1234", "", "",
     argon2id(P, "zYxWvU1234", 65536, 2, 8, 50).hex(),
     "argon2id(password, salt, 65536, 2, 8, 50)"),
    ("Magento 2.4", P, "", "", "",
     "a2a18166da3c9df2193f3c68fdc8ade7b909bd490150e8d535c8e45739d0fffc:AbCdEfGhIjKlMnOp:"
     "3_32_2_67108864",
     "argon2id(password, salt, 65536, 2, 1, 32)"),
    ("Argon2 of MD5", P, "", "", "",
     "$argon2id$v=19$m=4096,t=3,p=1$" + b64(b"sixteen bytes ok")[:-2] + "$"
     + b64(argon2id(hexed("md5", P), b"sixteen bytes ok", 4096, 3, 1, 32))[:-1],
     "argon2(hex(md5(password)))"),
    # three and more parts
    ("Magento 2, magento2#26667", P, "", "", "",
     "43c3189edc575ba7a488371fe48885dfbf7f2aa69a3a4bc97bcec9d074e2d83a:"
     "0o1ICsF2WcIcqIVeT8S2E72ggi9jzSVy:1",
     "sha256(salt + password)"),
    ("Magento 2", P, "", "", "",
     hexed("md5", "0o1ICsF2WcIcqIVe", P) + ":0o1ICsF2WcIcqIVe:0",
     "md5(salt + password)"),
    ("Magento 1", P, "", "", "", hexed("md5", "Xy", P) + ":Xy", "md5(salt + password)"),
    ("defuse, CrackStation", P, "", "", "",
     "sha1:64000:18:" + b64(bytes(range(24))) + ":"
     + b64(pbkdf2("sha1", P, bytes(range(24)), 64000, 18)),
     "pbkdf2-sha1(password, unbase64(salt), 64000, 18)"),
    ("defuse, PHP", P, "", "", "",
     "sha256:1000:" + b64(bytes(range(24))) + ":"
     + b64(pbkdf2("sha256", P, b64(bytes(range(24))), 1000, 24)),
     "pbkdf2-sha256(password, salt, 1000, 24)"),
    ("Jakarta Security, soteria#134", P, "", "", "",
     "PBKDF2WithHmacSHA256:2048:" + b64(bytes(range(32))) + ":"
     + b64(pbkdf2("sha256", P, bytes(range(32)), 2048, 32)),
     "pbkdf2-sha256(password, unbase64(salt), 2048, 32)"),
    ("mosquitto-go-auth#173", P, "", "", "",
     "PBKDF2$sha512$100000$" + b64(bytes(range(16))) + "$"
     + b64(pbkdf2("sha512", P, b64(bytes(range(16))), 100000, 64)),
     "pbkdf2-sha512(password, salt, 100000, 64)"),
    ("macOS", P, "", "", "",
     "$ml$52000$" + bytes(range(32)).hex() + "$"
     + pbkdf2("sha512", P, bytes(range(32)), 52000, 128).hex(),
     "pbkdf2-sha512(password, unhex(salt), 52000, 128)"),
    ("ASP.NET Membership, IdentityServer3#58", P, "", "", "",
     "ljsL4Qz3fCPRSfEPlUNsOCFTVvQ=|1|" + B64_SALT,
     "sha1(unbase64(salt) + utf16le(password))"),
    ("old Werkzeug, SHA-256", T, "", "", "",
     "sha256$abcdefgh$" + mac("sha256", "abcdefgh", T).hex(), "hmac-sha256(salt, password)"),
    ("old Werkzeug", T, "", "", "",
     "sha1$abcdefgh$0e31fb39aba6bbcc161620ee811f0421992e4002", "hmac-sha1(salt, password)"),
    ("Joomla", P, "", "", "",
     "{SHA256}" + hexed("sha256", P, "AbCdEfGhIjKlMnOp") + ":AbCdEfGhIjKlMnOp",
     "sha256(password + salt)"),
    (".NET sample: salt and key in base64", P, "", "", "",
     b64(bytes(range(16)) + pbkdf2("sha1", P, bytes(range(16)), 10000, 20)),
     "pbkdf2-sha1(password, unhex(salt), 10000, 20)"),
    # peppers
    ("pepper first", T, "", "static-pepper-1", "",
     "d1f7852fe6caed6c84856883f5440bb1ad73394b2882beb2858c5a2531f1f63a",
     'sha256(pepper("pepper") + password)'),
    ("PrestaShop", T, "", "kJ8s7dHq2LmN0pRtVxYz", "", "f28f79eff82d1c0937afe8bdc875dc2e",
     'md5(pepper("pepper") + password)'),
    ("vBulletin 3", P, "a#9", "", "", "a12a36b0eb49e9eca84f48d1f709dd21",
     "md5(hex(md5(password)) + salt)"),
    ("salt, password, pepper", P, SALT, "k3y", "", hexed("sha512", SALT, P, "k3y"),
     'sha512(salt + password + pepper("pepper"))'),
    ("concrete5", P, "", "k3y", "", hexed("md5", P, ":", "k3y"),
     'md5(password + ":" + pepper("pepper"))'),
    ("Devise 1", T, SALT, "k3y", "", devise(T, SALT, "k3y", 10), DEVISE),
    ("restful-authentication, stretched", T, SALT, "k3y", "", rest_auth(T, SALT, "k3y", 10),
     REST_AUTH),
    ("Authlogic", T, SALT, "", "", authlogic(T, SALT, 10), AUTHLOGIC),
    # nested
    ("restful-authentication", T, "abc123def", "", "",
     "86ca451b84fe60f755fb3ea1032e6d275aa9f440",
     'sha1("--" + salt + "--" + password + "--")'),
    ("OpenCart, WBB 3", T, SALT, "", "", "21cc960796d7a7f00b972d0d02364ba7051667e9",
     "sha1(salt + hex(sha1(salt + hex(sha1(password)))))"),
    ("ASP.NET Membership, .NET 4", P, B64_SALT, "", "",
     "dwq5FcjNQ45d2zk0E+fFCJ//DFYzx/otWKXvX+JFcJk=",
     "hmac-sha256(repeat(unbase64(salt), 64), utf16le(password))"),
    ("MyBB, IPB", P, SALT, "", "", hexed("md5", hexed("md5", SALT), hexed("md5", P)),
     "md5(hex(md5(salt)) + hex(md5(password)))"),
    ("XenForo 1", P, SALT, "", "", hexed("sha256", hexed("sha256", P), SALT),
     "sha256(hex(sha256(password)) + salt)"),
    ("SMF 1.1", P, "", "", "Admin", hexed("sha1", "admin", P),
     "sha1(lower(login) + password)"),
    ("Redmine", P, SALT, "", "", hexed("sha1", SALT, hexed("sha1", P)),
     "sha1(salt + hex(sha1(password)))"),
    ("md5 in capitals", P, "", "", "", hexed("sha1", hexed("md5", P).upper()),
     "sha1(HEX(md5(password)))"),
    ("hashcat 4110", P, SALT, "", "", hexed("md5", SALT, hexed("md5", P, SALT)),
     "md5(salt + hex(md5(password + salt)))"),
    ("hashcat 20900", P, "", "", "",
     hexed("md5", hexed("sha1", P), hexed("md5", P), hexed("sha1", P)),
     "md5(hex(sha1(password)) + hex(md5(password)) + hex(sha1(password)))"),
    ("three times", P, "", "", "", hexed("md5", hexed("md5", hexed("md5", P))),
     "md5(hex(md5(hex(md5(password)))))"),
    ("digest of bytes", P, SALT, "", "", hexed("sha256", digest("sha256", P), SALT),
     "sha256(sha256(password) + salt)"),
    # notations
    ("0x", P, "", "", "", "0x" + hexed("sha256", P).upper(), "sha256(password)"),
    ("bytea", P, "", "", "", "\\x" + hexed("sha1", P), "sha1(password)"),
    ("BitConverter", P, "", "", "",
     "-".join(hexed("sha512", P).upper()[i:i + 2] for i in range(0, 128, 2)),
     "sha512(password)"),
    ("base64 of hex", P, "", "", "", b64(hexed("sha256", P).encode()), "sha256(password)"),
    # Firebase's own example, github.com/firebase/scrypt
    ("Firebase's export", "user1password", "", FIREBASE_KEY, "",
     '{"localId":"abc","passwordHash":"' + FIREBASE_HASH + '","salt":"42xEC+ixf3L2lw=="}',
     "Firebase's scrypt, memory cost 14, rounds 8, separator Bw=="),
    ("Firebase's export, columns", "user1password", "42xEC+ixf3L2lw==", FIREBASE_KEY, "",
     FIREBASE_HASH, "Firebase's scrypt, memory cost 14, rounds 8, separator Bw=="),
    # iterations
    ("PBKDF2, 123,457 iterations", P, SALT, "", "",
     pbkdf2("sha256", P, SALT, 123457, 32).hex(),
     "pbkdf2-sha256(password, salt, 123457, 32)"),
    ("PBKDF2 with a pepper", P, SALT, "k3y", "",
     pbkdf2("sha512", P + "k3y", SALT, 1000, 64).hex(),
     'pbkdf2-sha512(password + pepper("pepper"), salt, 1000, 64)'),
    ("PBKDF2 of a digest", P, SALT, "", "",
     pbkdf2("sha256", hexed("md5", P), SALT, 5000, 32).hex(),
     "pbkdf2-sha256(hex(md5(password)), salt, 5000, 32)"),
    ("Shiro, 500 rounds of bytes", P, B64_SALT, "", "", "", ""),
]


def shiro(rounds):
    value = digest("sha256", base64.b64decode(B64_SALT), P)
    for _ in range(rounds - 1):
        value = digest("sha256", value)
    return b64(value)


ROWS[-1] = ROWS[-1][:5] + (
    shiro(500),
    "rounds(sha256(unbase64(salt) + password), 499, sha256(previous))",
)

lines = ["system\tpassword\tsalt\tkey\tlogin\thash\trecipe"]
for row in ROWS:
    given = [json.dumps(text, ensure_ascii=False) for text in row[1:5]]
    lines.append("\t".join([row[0], *given, *row[5:]]))
Path(__file__).with_name("recipes.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
