#!/usr/bin/python3 -Wignore
"""ldap-*.tsv and cleartext.tsv: values of userPassword, by two implementations.

OpenLDAP 2.5.13: slappasswd with its module pw-sha2; its salts are random. passlib 1.7.4 with fixed
salts, with tags in lower case as well, and hex digits. What follows {CRYPT} is libxcrypt's, through
slappasswd and through Python's crypt. SHA-224 is by openssl 3.0: neither of the two writes it. Cleartext has nothing to compute; slappasswd prints it as it
is, without the tag that slapd accepts.
Debian 12: apt-get install slapd python3-passlib
"""

import crypt
import subprocess
from base64 import b64encode

from passlib import hash as passlib

from vectors import ACCENTED, ASCII, ASTRAL, LONG, write

PASSWORDS = ("", ASCII, ACCENTED, ASTRAL, LONG)
MODULE = ("-o", "module-path=/usr/lib/ldap", "-o", "module-load=pw-sha2")


def slappasswd(scheme, password, *options):
    """An empty password is one that it refuses."""
    command = ["slappasswd", *MODULE, "-n", "-h", scheme, "-s", password, *options]
    return password, subprocess.check_output(command, text=True), True


def in_lower_case(encoded):
    tag, rest = encoded.split("}")
    return tag.lower() + "}" + rest


def plain(scheme, passlib_scheme=None, passlib_hex=None):
    for password in PASSWORDS[1:]:
        yield slappasswd(scheme, password)
    if passlib_scheme:
        for password in PASSWORDS:
            yield password, passlib_scheme.hash(password), True
        yield ACCENTED, in_lower_case(passlib_scheme.hash(ACCENTED)), True
        for password in PASSWORDS:
            yield password, passlib_hex.hash(password), True


def salted(scheme, passlib_scheme=None):
    for password in PASSWORDS[1:]:
        yield slappasswd(scheme, password)
    if passlib_scheme:
        for salt in (b"salt", b"saltsalt", bytes(range(240, 256))):
            for password in PASSWORDS:
                yield password, passlib_scheme.using(salt=salt).hash(password), True
        yield ACCENTED, in_lower_case(passlib_scheme.using(salt=b"salt").hash(ACCENTED)), True


def openssl(tag, salt=b""):
    for password in PASSWORDS:
        command = ["openssl", "dgst", "-sha224", "-binary"]
        digest = subprocess.check_output(command, input=password.encode() + salt)
        yield password, tag + b64encode(digest + salt).decode(), True
        yield password, tag.lower() + b64encode(digest + salt).decode(), True


def salted_openssl(tag):
    for salt in (b"salt", b"saltsalt", bytes(range(240, 256))):
        yield from openssl(tag, salt)


def crypt_rows():
    for form in ("$6$rounds=1000$%.8s", "$5$rounds=1000$%.16s", "$1$%.8s", "%.2s", "$2a$05$%.22s"):
        for password in (ASCII, ACCENTED):
            yield slappasswd("{CRYPT}", password, "-c", form)
    settings = (
        "$2b$05$abcdefghijklmnopqrstuu", "$6$rounds=1000$abcdefgh$", "$5$rounds=1000$abcdefgh$",
        "$1$abcdefgh$", "$sha1$10$abcdefgh$", "$md5,rounds=1$abcdefgh$$", "_J9..abcd", "ab",
        "ab" + "." * 12,
    )
    for setting in settings:
        for password in (ASCII, ACCENTED):
            yield password, "{CRYPT}" + crypt.crypt(password, setting), True
    yield "", "{crypt}" + crypt.crypt("", "$6$rounds=1000$abcdefgh$"), True
    yield ACCENTED, passlib.ldap_md5_crypt.using(salt="abcdefgh").hash(ACCENTED), True
    yield ACCENTED, passlib.ldap_sha1_crypt.using(salt="abcdefgh", rounds=5).hash(ACCENTED), True


def cleartext_rows():
    for password in PASSWORDS[1:]:
        _, same, _ = slappasswd("{CLEARTEXT}", password)
        yield password, "{CLEARTEXT}" + same, True
    yield ASCII, "{CLEAR}" + ASCII, True
    yield ACCENTED, "{cleartext}" + ACCENTED, True
    yield "", "{CLEARTEXT}", True
    yield "{SSHA}", "{CLEARTEXT}{SSHA}", True


write("ldap-md5", plain("{MD5}", passlib.ldap_md5, passlib.ldap_hex_md5))
write("ldap-sha", plain("{SHA}", passlib.ldap_sha1, passlib.ldap_hex_sha1))
write("ldap-smd5", salted("{SMD5}", passlib.ldap_salted_md5))
write("ldap-ssha", salted("{SSHA}", passlib.ldap_salted_sha1))
write("ldap-sha224", openssl("{SHA224}"))
write("ldap-sha256", plain("{SHA256}"))
write("ldap-sha384", plain("{SHA384}"))
write("ldap-sha512", plain("{SHA512}"))
write("ldap-ssha224", salted_openssl("{SSHA224}"))
write("ldap-ssha256", salted("{SSHA256}", passlib.ldap_salted_sha256))
write("ldap-ssha384", salted("{SSHA384}"))
write("ldap-ssha512", salted("{SSHA512}", passlib.ldap_salted_sha512))
write("ldap-crypt", crypt_rows())
write("cleartext", cleartext_rows())
