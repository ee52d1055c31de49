#!/usr/bin/python3 -Wignore
"""scram-postgres.tsv, by PostgreSQL 15; passlib-scram.tsv, by passlib 1.7.4.

PostgreSQL runs for this alone, as the user postgres, in a folder that is deleted afterwards; its
salts are random, so that the file keeps what came out last. Passwords that SASLprep (RFC 4013)
refuses are hashed as they are by PostgreSQL, and not at all by passlib.
Debian 12: apt-get install postgresql-15 python3-passlib; to be run as root
"""

import re
import shutil
import subprocess
import tempfile

from passlib.hash import scram

from vectors import ACCENTED, ASCII, ASTRAL, LONG, write

BIN = "/usr/lib/postgresql/15/bin/"

# What SASLprep makes the same: a soft hyphen is nothing, a ligature and a space of another kind.
UNPREPARED, PREPARED = "soft\u00adhyphen \ufb01sh\u00a0chips", "softhyphen fish chips"
# Letters of both directions are refused.
BOTH_WAYS = "abc \u05d0\u05d1\u05d2 \ufb01"


def as_postgres(*command, **options):
    command = ["runuser", "-u", "postgres", "--", *command]
    return subprocess.run(command, check=True, text=True, capture_output=True, **options).stdout


def by_postgres(passwords):
    folder = tempfile.mkdtemp(prefix="scram-")
    shutil.chown(folder, "postgres")
    try:
        as_postgres(BIN + "initdb", "-D", folder, "-A", "trust", "--locale", "C.UTF-8")
        sql = ""
        # A statement a line, and every row comes out as: column = "value".
        for number, password in enumerate(passwords):
            sql += f"CREATE ROLE r{number} PASSWORD '{password}';\n"
            sql += f"SELECT rolpassword FROM pg_authid WHERE rolname = 'r{number}';\n"
        said = as_postgres(BIN + "postgres", "--single", "-D", folder, "postgres", input=sql)
        return re.findall('rolpassword = "(.*?)"', said)
    finally:
        shutil.rmtree(folder)


def postgres_rows():
    passwords = [ASCII, ACCENTED, ASTRAL, LONG, UNPREPARED, PREPARED, BOTH_WAYS, "pass\tword"]
    made = dict(zip(passwords, by_postgres(passwords), strict=True))
    yield from ((password, text, True) for password, text in made.items())
    yield PREPARED, made[UNPREPARED], True
    yield UNPREPARED, made[PREPARED], True
    # Not prepared, so the ligature still counts.
    yield BOTH_WAYS.replace("\ufb01", "fi"), made[BOTH_WAYS], False


def by_passlib(password, algs="sha-1,sha-256,sha-512"):
    return scram.using(rounds=100, salt=b"grains \xf0\xff of", algs=algs).hash(password)


def passlib_rows():
    for password in ("", ASCII, ACCENTED, LONG, UNPREPARED):
        yield password, by_passlib(password), True
    yield PREPARED, by_passlib(UNPREPARED), True
    yield ACCENTED, by_passlib(ACCENTED, "sha-1"), True
    yield ACCENTED, by_passlib(ACCENTED, "sha-1,sha-384"), True
    yield ACCENTED, by_passlib(ACCENTED, "sha-1,sha-224,md5"), True


write("scram-postgres", postgres_rows())
write("passlib-scram", passlib_rows())
