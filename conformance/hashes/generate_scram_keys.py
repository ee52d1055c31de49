#!/usr/bin/python3 -Wignore
"""scram-sha1.tsv and scram-sha512.tsv: the keys of RFC 5802 from passlib's salted passwords.

passlib 1.7.4 prepares and salts the password; RFC 5802 §3 makes two HMACs and a digest of that. Rows
with random salts are Dovecot's (doveadm pw), the file keeps what came out last.
Debian 12: apt-get install dovecot-core python3-passlib; DOVEADM names another doveadm
"""

import hmac
import os
import subprocess
from base64 import b64encode
from hashlib import new

from passlib.hash import scram

from vectors import ACCENTED, ASCII, LONG, write

SALT = b"grains \xf0\xff of"
UNPREPARED, PREPARED = "soft\u00adhyphen \ufb01sh\u00a0chips", "softhyphen fish chips"


def base64(data):
    return b64encode(data).decode()


def keys(password, mechanism, digest, rounds=100):
    salted = scram.derive_digest(password, SALT, rounds, digest)
    client = hmac.digest(salted, b"Client Key", digest)
    server = hmac.digest(salted, b"Server Key", digest)
    stored = new(digest, client).digest()
    return f"{mechanism}${rounds}:{base64(SALT)}${base64(stored)}:{base64(server)}"


def by_dovecot(password):
    command = [os.environ.get("DOVEADM", "doveadm"), "pw", "-s", "SCRAM-SHA-1", "-p", password]
    said = subprocess.check_output(command, env=dict(os.environ, DOVECONF_ENV="1"), text=True)
    rounds, salt, stored, server = said.strip().split("}")[1].split(",")
    return f"SCRAM-SHA-1${rounds}:{salt}${stored}:{server}"


def rows(mechanism, digest):
    for password in (ASCII, ACCENTED, LONG, UNPREPARED):
        yield password, keys(password, mechanism, digest), True
    yield PREPARED, keys(UNPREPARED, mechanism, digest), True


write("scram-sha1", [*rows("SCRAM-SHA-1", "sha1"),
                     *((p, by_dovecot(p), True) for p in (ASCII, ACCENTED))])
write("scram-sha512", rows("SCRAM-SHA-512", "sha512"))
