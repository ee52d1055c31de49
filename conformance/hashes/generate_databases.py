#!/usr/bin/python3 -Wignore
"""mysql*.tsv, mssql*.tsv and oracle*.tsv, by passlib 1.7.4 and Python's hashlib (OpenSSL).

passlib knows mysql323, mysql41, mssql2000, mssql2005 and oracle11. mssql2012 and oracle12 come from
hashlib, and were confirmed by hashcat 6.2.6, `hashcat -m 1731|12300 HASHES WORDS`, whose own
example hashes are among them.
Debian 12: apt-get install python3-passlib
"""

import hashlib

from passlib.hash import mssql2000, mssql2005, mysql41, mysql323, oracle11

from vectors import ACCENTED, ASCII, ASTRAL, LONG, write

PASSWORDS = ("", ASCII, ACCENTED, ASTRAL, LONG)


def mysql_old():
    for password in PASSWORDS:
        yield password, mysql323.hash(password), True
    yield ASCII, mysql323.hash(ASCII).upper(), True
    yield "correct\thorsebattery  staple", mysql323.hash(ASCII), True


def mysql_new():
    for password in PASSWORDS:
        yield password, mysql41.hash(password), True
    yield ASCII, mysql41.hash(ASCII).lower(), True


def mssql(handler):
    for password in PASSWORDS:
        yield password, handler.using(salt=b"\x01\xabYZ").hash(password), True
    yield ASCII, handler.using(salt=b"\xff\x00\xff\x00").hash(ASCII).lower(), True
    yield ASCII.upper(), handler.using(salt=b"salt").hash(ASCII), handler is mssql2000
    yield ACCENTED.upper(), handler.using(salt=b"salt").hash(ACCENTED), handler is mssql2000


def mssql_2012():
    for password in PASSWORDS:
        digest = hashlib.sha512(password.encode("utf-16-le") + b"\x01\xabYZ")
        yield password, "0x0200" + b"\x01\xabYZ".hex().upper() + digest.hexdigest().upper(), True
    yield (
        "hashcat",
        "0x02003788006711b2e74e7d8cb4be96b1d187c962c5591a02d5a6ae81b3a4a094b26b7877958b26733e450"
        "16d929a756ed30d0a5ee65d3ce1970f9b7bf946e705c595f07625b1",
        True,
    )


def oracle_11():
    for password in PASSWORDS:
        hashed = oracle11.using(salt="0123456789ABCDEF0123").hash(password)
        yield password, hashed, True
        yield password, hashed.removeprefix("S:"), True
    yield "hashcat", "S:63ec5f6113843f5d229e2d49c068d983a9670d0257677783202322766743", True
    several = oracle11.hash(ASCII) + ";H:DC9894A01797D91D92ECA1DA66242209"
    yield ASCII, several, True


def speedy(password, salt):
    """What hashcat's documentation of mode 12300 says."""
    labelled = salt + b"AUTH_PBKDF2_SPEEDY_KEY"
    key = hashlib.pbkdf2_hmac("sha512", password.encode(), labelled, 4096, 64)
    return "T:" + (hashlib.sha512(key + salt).digest() + salt).hex().upper()


def oracle_12():
    salt = bytes(range(16))
    for password in PASSWORDS:
        yield password, speedy(password, salt), True
    yield (
        "hashcat",
        "T:8F75FBD166AFDB6D7587DAB89C2F15672AAC031C5B0B5E65C0835FB130555F6FF4E0E5764976755558112"
        "246FFF306450C22F6B7746B9E9831ED97B373992F9157436180438417080374881414745255",
        True,
    )
    # The whole column: T: decides, whatever S: says.
    yield ASCII, oracle11.hash(LONG) + ";" + speedy(ASCII, salt), True


write("mysql323", mysql_old())
write("mysql41", mysql_new())
write("mssql2000", mssql(mssql2000))
write("mssql2005", mssql(mssql2005))
write("mssql2012", mssql_2012())
write("oracle11", oracle_11())
write("oracle12", oracle_12())
