#!/usr/bin/python3 -Wignore
"""nt.tsv and lm.tsv, by passlib 1.7.4 (nthash, bsd_nthash, lmhash) and impacket 0.10.0.

Debian 12: apt-get install python3-passlib python3-impacket
"""

from impacket.ntlm import compute_lmhash, compute_nthash
from passlib.hash import bsd_nthash, lmhash, nthash

from vectors import ACCENTED, ASCII, ASTRAL, LONG, write


def nt():
    for password in ("", ASCII, ACCENTED, ASTRAL, LONG):
        yield password, nthash.hash(password), True
        yield password, bsd_nthash.hash(password), True
        yield password, "{NTLM}" + compute_nthash(password).hex().upper(), True
    yield ASCII, "{nt}" + nthash.hash(ASCII), True
    yield ASCII, "{X-NTHASH}" + nthash.hash(ASCII), True


def lm():
    for password in ("", "a", "MixedCase", "7 chars", "14 characters!", ASCII, LONG):
        yield password, lmhash.hash(password), True
        yield password, "{LANMAN}" + compute_lmhash(password).hex().upper(), True
    yield "mixedcase", lmhash.hash("MixedCase"), True
    yield "14 characters! and more", lmhash.hash("14 characters!"), True
    for page, password in (("cp437", "café"), ("cp437", "Ångström"), ("cp850", "Ávila"),
                           ("cp852", "Łódź"), ("cp866", "Привет")):
        yield password, lmhash.using().hash(password, encoding=page), True
    yield "cafe", lmhash.hash("café"), False
    yield "日本", lmhash.hash("??"), False


write("nt", nt())
write("lm", lm())
