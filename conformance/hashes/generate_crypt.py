#!/usr/bin/python3 -Wignore
"""What crypt(3) writes, by implementations that share no code.

Most of it: libxcrypt 4.4.33 through Python's crypt, and again passlib 1.7.4, which has its own.
crypt16: passlib alone; nobody else has it. $apr1$: openssl 3.0 (passwd -apr1), htpasswd 2.4 (-m).
Debian 12: apt-get install python3-passlib apache2-utils openssl
"""

import crypt
import subprocess

from passlib import hash as passlib

from vectors import ACCENTED, ASCII, ASTRAL, LONG, write

PASSWORDS = ("", ASCII, ACCENTED, ASTRAL, LONG)


def libxcrypt(*settings):
    for setting in settings:
        for password in PASSWORDS:
            hashed = crypt.crypt(password, setting)
            assert not hashed.startswith("*"), setting
            yield password, hashed, True


def builtin(scheme, password, **settings):
    """passlib's own code, not its call of the system's."""
    if "builtin" in getattr(scheme, "backends", ()):
        scheme.set_backend("builtin")
    return password, scheme.using(**settings).hash(password), True


def openssl(option, password, salt):
    command = ["openssl", "passwd", option, "-salt", salt, "-stdin"]
    return password, subprocess.check_output(command, input=password, text=True).strip(), True


def htpasswd(password):
    """The salt is random: the file keeps whatever came out last."""
    hashed = subprocess.check_output(["htpasswd", "-nbm", "user", password], text=True)
    return password, hashed.strip().removeprefix("user:"), True


def lengths(*setting):
    """Around the lengths of digests, where their padding changes."""
    for length in (1, 15, 16, 17, 31, 32, 33, 63, 64, 65, 128):
        password = ("0123456789" * 13)[:length]
        yield password, crypt.crypt(password, *setting), True


def sha(mark, openssl_option, scheme):
    yield from libxcrypt(mark + "rounds=1000$abcdefghijklmnop$", mark + "rounds=1003$a$")
    yield from lengths(mark + "rounds=1000$abcdefgh$")
    # A salt may be empty, or have more than letters and digits.
    for setting in (mark + "$", mark + "my_salt-2,ok?$"):
        yield ASCII, crypt.crypt(ASCII, setting), True
    yield openssl(openssl_option, ACCENTED, "abcdefgh")
    yield builtin(scheme, ACCENTED, salt="abcdefgh", rounds=1234)
    yield builtin(scheme, ASCII, salt="usesomesillystri", rounds=5000)


def md5():
    yield from libxcrypt("$1$abcdefgh$", "$1$a$", "$1$$", "$1$sa-lt_x$")
    yield from lengths("$1$abcdefgh$")
    yield openssl("-1", ACCENTED, "abcdefgh")
    yield builtin(passlib.md5_crypt, ACCENTED, salt="a/.Z")
    yield ASCII, openssl("-apr1", ASCII, "abcdefgh")[1].replace("$apr1$", "$1$"), False


def apache_md5():
    for password in PASSWORDS[1:]:
        yield openssl("-apr1", password, "abcdefgh")
        yield builtin(passlib.apr_md5_crypt, password, salt="a/.Z")
    yield builtin(passlib.apr_md5_crypt, "", salt="abcdefgh")
    yield htpasswd(ASCII)
    yield htpasswd(ACCENTED)


def sha1():
    yield from libxcrypt("$sha1$1$abcdefgh$", "$sha1$1000$ab/.XY09$")
    for password in PASSWORDS:
        yield builtin(passlib.sha1_crypt, password, salt="abcdefgh", rounds=10)
    yield builtin(passlib.sha1_crypt, ASCII, salt="", rounds=3)
    yield builtin(passlib.sha1_crypt, ASCII, salt="a" * 64, rounds=3)


def sun_md5():
    yield from libxcrypt("$md5,rounds=100$abcdefgh$$", "$md5$./AZaz09$$", "$md5$abcdefgh")
    yield builtin(passlib.sun_md5_crypt, ACCENTED, salt="abcdefgh", rounds=1000)
    yield ASCII, passlib.sun_md5_crypt.genhash(ASCII, "$md5,rounds=7$a"), True
    # The number of separators is hashed along.
    yield ASCII, crypt.crypt(ASCII, "$md5$abcdefgh$$").replace("$$", "$"), False


def bsdi():
    yield from libxcrypt("_/...lLDA", "_J9..abcd", "_0...z9./")
    for password in PASSWORDS:
        yield builtin(passlib.bsdi_crypt, password, salt="aZ9.", rounds=725)
    for password in ("12345678", "123456789", "1234567890123456", "12345678901234567"):
        yield password, crypt.crypt(password, "_J9..abcd"), True
    # Seven bits of each byte: "é" is C3 A9, which reads as "C)".
    yield "C)", crypt.crypt("é", "_J9..abcd"), True


def des():
    yield from libxcrypt("ab", "./", "zZ", "9A")
    yield builtin(passlib.des_crypt, ACCENTED, salt="Q7")
    yield "12345678", crypt.crypt("123456789", "ab"), True
    yield "C)", crypt.crypt("é", "ab"), True
    yield "12345679", crypt.crypt("123456789", "ab"), False


def big():
    for password in PASSWORDS:
        yield builtin(passlib.bigcrypt, password, salt="ab")
    for password in (ASCII, ACCENTED, ASTRAL, LONG, "123456789", "1234567890123456"):
        yield password, crypt.crypt(password, "./" + "." * 12), True
    yield "12345678", crypt.crypt("12345678", "ab"), True
    yield "12345678", builtin(passlib.bigcrypt, "123456789", salt="ab")[1], False
    # Libxcrypt and HP-UX stop at 128 bytes.
    yield "0123456789" * 13, crypt.crypt("0123456789" * 13, "ab" + "." * 12), True


def sixteen():
    for password in (*PASSWORDS, "12345678", "123456789"):
        yield builtin(passlib.crypt16, password, salt="ab")
    yield builtin(passlib.crypt16, ASCII, salt="./")
    yield "1234567890123456", builtin(passlib.crypt16, "12345678901234567", salt="9Z")[1], True


write("sha512-crypt", sha("$6$", "-6", passlib.sha512_crypt))
write("sha256-crypt", sha("$5$", "-5", passlib.sha256_crypt))
write("md5-crypt", md5())
write("apr1-md5-crypt", apache_md5())
write("sha1-crypt", sha1())
write("sun-md5-crypt", sun_md5())
write("bsdi-crypt", bsdi())
write("des-crypt", des())
write("bigcrypt", big())
write("crypt16", sixteen())
