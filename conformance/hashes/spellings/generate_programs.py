#!/usr/bin/python3 -Wignore
"""elasticsearch.tsv, kafka.tsv, jupyter.tsv, web2py.tsv, home-assistant.tsv, scrypt-fields.tsv and ../rabbitmq.tsv.

Python's hashlib, and published rows: Elasticsearch's PasswordHashPromotionIntegTests, Jupyter's
passwd_check, the README of the gem scrypt, RabbitMQ's "Credentials and Passwords", a test of a
program in web2py. bcrypt is libxcrypt's, by Python's crypt.
Debian 12: apt-get install python3 (3.11)
"""

import crypt
import hmac
import sys
from base64 import b64encode
from hashlib import new, pbkdf2_hmac, scrypt
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
from vectors import ACCENTED, ASCII, ASTRAL, LONG, write

SALT = bytes(range(32))


def base64(data):
    return b64encode(data).decode()


def elastic_rows():
    yield ("password1", "{PBKDF2_STRETCH}1000$JnmgicthPZkczB8MaQeJiV6IX43h7mSfPSzESqnYYSA="
           "$OZKH5XFNK+M65mcKal6zgugWRcpl6wUXmSQZ6hPy+iw=", True)
    for password in (ASCII, ACCENTED, ASTRAL, LONG):
        key = pbkdf2_hmac("sha512", password.encode(), SALT, 1000, 32)
        yield password, "{PBKDF2}1000$%s$%s" % (base64(SALT), base64(key)), True
        stretched = new("sha512", password.encode()).hexdigest()
        key = pbkdf2_hmac("sha512", stretched.encode(), SALT, 1000, 32)
        yield password, "{PBKDF2_STRETCH}1000$%s$%s" % (base64(SALT), base64(key)), True


def kafka_rows():
    for digest in ("sha256", "sha512"):
        for password in (ASCII, ACCENTED, LONG):
            salted = pbkdf2_hmac(digest, password.encode(), SALT[:16], 4096)
            client = hmac.digest(salted, b"Client Key", digest)
            fields = [
                "salt=" + base64(SALT[:16]),
                "stored_key=" + base64(new(digest, client).digest()),
                "server_key=" + base64(hmac.digest(salted, b"Server Key", digest)),
                "iterations=4096",
            ]
            yield password, ",".join(fields), True
            yield password, ",".join(reversed(fields)), True


def jupyter_rows():
    yield "mypassword", "sha1:0e112c3ddfce:a68df677475c2b47b6e86d0467eec97ac5f4b85a", True
    for digest in ("md5", "sha1", "sha224", "sha256", "sha512"):
        for password in (ASCII, ACCENTED):
            made = new(digest, password.encode() + b"0e112c3ddfce").hexdigest()
            yield password, f"{digest}:0e112c3ddfce:{made}", True
    lines = (Path(__file__).parent.parent / "argon2.tsv").read_text("utf-8").splitlines()
    yield ASCII, "argon2:" + next(line.split("\t")[1] for line in lines if ASCII in line), True


def web2py_rows():
    yield "public", "pbkdf2(1000,20,sha512)$834ee4458f59522a$9dce6b33f65c5b548b444b64c3cc3547bf29a19a", True
    for digest, length in (("sha512", 20), ("sha256", 32), ("sha1", 20), ("sha384", 48)):
        for password in (ASCII, ACCENTED):
            key = pbkdf2_hmac(digest, password.encode(), b"834ee4458f59522a", 100, length)
            yield password, f"pbkdf2(100,{length},{digest})$834ee4458f59522a${key.hex()}", True


def home_assistant_rows():
    for start in ("$2b$05$", "$2a$06$"):
        for password in (ASCII, ACCENTED):
            made = crypt.crypt(password, start + "abcdefghijklmnopqrstuu")
            yield password, base64(made.encode()), True


def key_of(password, salt, n, r, p, length=32):
    return scrypt(password.encode(), salt=salt, n=n, r=r, p=p, dklen=length).hex()


def scrypt_rows():
    yield ("my grand secret", "400$8$36$78f4ae6983f76119$"
           "37ec6ce55a2b928dc56ff9a7d0cdafbd7dbde49d9282c38a40b1434e88f24cf5", True)
    for password in (ASCII, ACCENTED, LONG):
        yield password, f"400$8$1${SALT[1:].hex()}${key_of(password, SALT[1:], 0x400, 8, 1)}", True
        yield password, f"1024$8$1${SALT[1:].hex()}${key_of(password, SALT[1:], 1024, 8, 1)}", True
        # The gem drops the zeros that a salt begins with, simple-scrypt does not.
        yield password, f"800$8$a${SALT.hex()}${key_of(password, SALT[1:], 0x800, 8, 10)}", True
        yield password, f"2048$8$10${SALT.hex()}${key_of(password, SALT, 2048, 8, 10)}", True


def rabbit_rows():
    yield "test12", "kI3GCqW5JLMJa4iX1lo7X4D6XbYqlLgxIs30+P6tENUV2POR", True
    for digest in ("sha256", "sha512", "md5"):
        for password in ("", ASCII, ACCENTED, ASTRAL):
            made = new(digest, SALT[9:13] + password.encode()).digest()
            yield password, base64(SALT[9:13] + made), True


write("spellings/elasticsearch", elastic_rows())
write("spellings/kafka", kafka_rows())
write("spellings/jupyter", jupyter_rows())
write("spellings/web2py", web2py_rows())
write("spellings/home-assistant", home_assistant_rows())
write("spellings/scrypt-fields", scrypt_rows())
write("rabbitmq", rabbit_rows())
