#!/usr/bin/python3 -Wignore
"""The spellings of LDAP directories, by Python's hashlib, crypt and base64, and by openssl passwd.

The forms are those of OpenDJ's, 389 Directory Server's and OpenLDAP's sources, see the classes
DirectoryTags and DirectoryKeys. Published rows: freeipa#7045, OpenDJ#191.
Debian 12: apt-get install python3 (3.11) openssl
"""

import crypt
import subprocess
import sys
from base64 import b64encode
from hashlib import md5, pbkdf2_hmac, sha1, sha256, sha384, sha512
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
from vectors import ACCENTED, ASCII, ASTRAL, write

PASSWORDS = (ASCII, ACCENTED, ASTRAL)
SALT = bytes(range(200, 208))
ARGON2 = "$argon2id$v=19$m=256,t=2,p=2$bFFhSWlJckdWS0wy$IiU7+vFNaB0AX1SFV1uoow"


def base64(data):
    return b64encode(data).decode()


def every(make):
    return [(password, make(password.encode()), True) for password in PASSWORDS]


def opendj(tag, digest, rounds):
    return every(
        lambda password:
        "{%s}%d:%s" % (tag, rounds, base64(pbkdf2_hmac(digest, password, SALT, rounds) + SALT)))


def fixed_lengths(password, rounds=1000):
    salt = bytes(range(64))
    key = pbkdf2_hmac("sha256", password, salt, rounds, 256)
    return "{PBKDF2_SHA256}" + base64(rounds.to_bytes(4, "big") + salt + key)


def netscape(password):
    salt = b"0123456789abcdef0123456789abcdef"
    digest = md5(salt + bytes([89]) + password + bytes([247]) + salt).hexdigest()
    return "{NS-MTA-MD5}" + digest + salt.decode()


def salted(tag, digest, password):
    return tag + base64(digest(password + SALT).digest() + SALT)


def aliases():
    for tag, digest in (("{SSHA1}", sha1), ("{SSHA-1}", sha1), ("{SSHA-256}", sha256),
                        ("{ssha-384}", sha384), ("{SSHA-512}", sha512)):
        yield from every(lambda password: salted(tag, digest, password))


DIGITS = "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
ORDER = (12, 6, 0, 13, 7, 1, 14, 8, 2, 15, 9, 3, 5, 10, 4, 11)


def md5_crypt(tag, option, salt="aB3./xyZ"):
    """The digits of md5-crypt back to bytes: four digits are three bytes, the lowest bits first."""
    for password in PASSWORDS:
        command = ["openssl", "passwd", option, "-salt", salt, password]
        digits = subprocess.check_output(command, text=True).strip().rsplit("$", 1)[1]
        number = sum(DIGITS.index(digit) << 6 * i for i, digit in enumerate(digits))
        digest = bytearray(16)
        for place, value in zip(ORDER, number.to_bytes(17, "little")):
            digest[place] = value
        yield password, tag + base64(bytes(digest) + salt.encode()), True


def modules():
    yield ASCII, "{ARGON2}" + ARGON2, True
    yield ASCII, "{argon2id}" + ARGON2, True
    yield "Password.1", "{BCRYPT}$2y$10$ku2Gy22F240O5jDrF8bdQusB0/3KHIXIsoHcJo0DMAsnRoNQXXB0C", True
    for tag, setting in (("{CRYPT-MD5}", "$1$abcdefgh$"), ("{CRYPT-SHA256}", "$5$abcdefgh$"),
                         ("{CRYPT-SHA-256}", "$5$rounds=1000$abcdefgh$"),
                         ("{CRYPT-SHA512}", "$6$abcdefgh$"), ("{crypt-sha-512}", "$6$abcdefgh$"),
                         ("{BCRYPT}", "$2b$05$abcdefghijklmnopqrstuu")):
        yield ASCII, tag + crypt.crypt(ASCII, setting), True
        yield ACCENTED, tag + crypt.crypt(ACCENTED, setting), True


def ldif():
    for tag, digest in (("{SSHA}", sha1), ("{ssha}", sha1), ("{SSHA256}", sha256),
                        ("{SSHA-512}", sha512)):
        yield from every(lambda password: base64(salted(tag, digest, password).encode()))
    yield from every(lambda password: base64(fixed_lengths(password).encode()))
    for setting in ("ab", "$6$rounds=1000$abcdefgh$"):
        text = "{CRYPT}" + crypt.crypt(ACCENTED, setting)
        yield ACCENTED, base64(text.encode()), True
        yield ACCENTED, "userPassword:: " + base64(text.encode()), True
        yield ACCENTED, "userPassword: " + text, True
    for text in (salted("{SSHA512}", sha512, ASCII.encode()), "{CRYPT}" + crypt.crypt(ASCII, "ab")):
        yield ASCII, "userPassword:: " + base64(text.encode()), True
    text = "{BCRYPT}" + crypt.crypt(ACCENTED, "$2b$05$abcdefghijklmnopqrstuu")
    yield ACCENTED, base64(text.encode()), True


write("spellings/opendj-pbkdf2",
      opendj("PBKDF2", "sha1", 100) + opendj("PBKDF2-HMAC-SHA1", "sha1", 10)
      + opendj("PBKDF2-HMAC-SHA256", "sha256", 100) + opendj("PBKDF2-HMAC-SHA512", "sha512", 10))
write("spellings/389ds-pbkdf2", every(fixed_lengths) + every(lambda p: fixed_lengths(p, 8192)))
write("spellings/ns-mta-md5", every(netscape))
write("spellings/openldap-apr1", [*md5_crypt("{APR1}", "-apr1"), *md5_crypt("{BSDMD5}", "-1")])
write("spellings/ldap-alias", aliases())
write("spellings/ldap-base64", every(lambda password: "{BASE64}" + base64(password)))
write("spellings/ldap-module", modules())
write("spellings/ldif", ldif())
