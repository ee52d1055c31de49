#!/usr/bin/python3 -Wignore
"""dovecot-*.tsv and ../cram-md5.tsv, by Dovecot 2.3.19: doveadm pw, with every scheme and encoding that Muster reads.

LANMAN and NTLM are gone from Dovecot 2.3, so these rows are passlib's. {MD5RAW} is Courier's.
Salts are random: the files keep what came out last.
Debian 12: apt-get install dovecot-core python3-passlib; DOVEADM names another doveadm
"""

import os
import subprocess
import sys
from base64 import b64encode
from hashlib import md5
from pathlib import Path
from unicodedata import normalize

from passlib.hash import lmhash, nthash

sys.path.insert(0, str(Path(__file__).parent.parent))
from vectors import ACCENTED, ASCII, ASTRAL, LONG, write

DOVEADM = os.environ.get("DOVEADM", "doveadm")
CRYPTS = ("SHA512-CRYPT", "SHA256-CRYPT", "MD5-CRYPT", "MD5", "DES-CRYPT", "BLF-CRYPT")
PLAIN = ("PLAIN", "CLEAR", "CLEARTEXT")
BARE = ("SHA", "SHA1", "SHA256", "SHA512", "LDAP-MD5", "PLAIN-MD5", "PLAIN-MD4")
SALTED = ("SSHA", "SSHA256", "SSHA512", "SMD5")
STATES = ("CRAM-MD5", "HMAC-MD5")

# What SASLprep changes: a soft hyphen, a ligature, a space of another kind; letters and accents apart.
UNPREPARED, DECOMPOSED = "soft\u00adhyphen \ufb01sh\u00a0chips", "pa\u0308sswo\u0308rd"


def pw(scheme, password):
    # With its settings in the environment, doveadm reads no configuration file.
    environment = dict(os.environ, DOVECONF_ENV="1")
    options = ["-r", "5"] if scheme.startswith("BLF") else []
    command = [DOVEADM, "pw", "-s", scheme, *options, "-p", password]
    return password, subprocess.check_output(command, env=environment, text=True).strip(), True


def encodings(scheme):
    return scheme, scheme + ".HEX", scheme + ".B64"


def crypt_rows():
    for scheme in CRYPTS + PLAIN:
        for each in encodings(scheme):
            for password in (ASCII, ACCENTED):
                yield pw(each, password)
    for scheme in ("ARGON2I", "ARGON2ID"):
        yield pw(scheme, ACCENTED)
    password, encoded, _ = pw("SHA512-CRYPT", ASTRAL)
    yield password, encoded.replace("{SHA512-CRYPT}", "{sha512-crypt}"), True


def digest_rows():
    for scheme in BARE:
        for each in encodings(scheme):
            for password in (ASCII, ACCENTED, ASTRAL):
                yield pw(each, password)
    for scheme in SALTED + STATES:
        for each in encodings(scheme)[1:]:
            for password in (ASCII, ACCENTED, ASTRAL):
                yield pw(each, password)
    for password in (ASCII, ACCENTED):
        nt = bytes.fromhex(nthash.hash(password))
        yield password, "{NTLM}" + nt.hex(), True
        yield password, "{NTLM.HEX}" + nt.hex(), True
        yield password, "{NTLM.B64}" + b64encode(nt).decode(), True
        yield password, "{MD5RAW}" + md5(password.encode()).hexdigest(), True
    lm = bytes.fromhex(lmhash.hash(ASCII))
    yield ASCII, "{LANMAN.HEX}" + lm.hex(), True
    yield ASCII, "{LANMAN.B64}" + b64encode(lm).decode(), True


def each_password(scheme):
    for password in (ASCII, ACCENTED, ASTRAL):
        yield pw(scheme, password)


def scram_rows():
    for scheme in ("SCRAM-SHA-1", "SCRAM-SHA-256"):
        yield from each_password(scheme)
        for password in (UNPREPARED, DECOMPOSED):
            row = pw(scheme, password)
            yield row
            # Dovecot leaves SASLprep to others, so the prepared password is another one.
            yield normalize("NFKC", password.replace("\u00ad", "")), row[1], False


def states():
    for scheme in STATES:
        for password in (ASCII, ACCENTED, ASTRAL, LONG):
            yield pw(scheme, password)


write("cram-md5", states())
write("spellings/dovecot-crypt", crypt_rows())
write("spellings/dovecot-digest", digest_rows())
write("spellings/dovecot-pbkdf2", each_password("PBKDF2"))
write("spellings/dovecot-scram", scram_rows())
