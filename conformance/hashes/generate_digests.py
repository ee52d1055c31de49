#!/usr/bin/python3 -Wignore
"""digest, hmac, kratos-digest, kratos-hmac, okta and logto-legacy (.tsv).

Digests and HMACs by PHP 8.2 (generate_digests.php), Logto's by Node.js 20 (generate_logto.js),
Okta's bcrypt by python3-bcrypt and its PBKDF2 by Python's hashlib (OpenSSL). What the texts look
like around them is put together here. Hashes of `hashcat` are hashcat's examples; those of `test`
and `ory` were published with the tests of Ory Kratos, the one of `password123` in Logto's
documentation.
Debian 12: apt-get install php-cli nodejs python3-bcrypt
"""

import base64
import hashlib
import json
import subprocess
from pathlib import Path

import bcrypt

from vectors import ACCENTED, ASCII, ASTRAL, LONG, write

FOLDER = Path(__file__).parent
PASSWORDS = ("", ASCII, ACCENTED, ASTRAL, LONG)
ALGORITHMS = "md4 md5 ripemd160 sha1 sha224 sha256 sha384 sha512 whirlpool".split()


def answer(command, line):
    out = subprocess.run(command, input=line + "\n", capture_output=True, text=True, check=True)
    return bytes.fromhex(out.stdout.strip())


def php(kind, algorithm, password, before=b"", after=b"", key=b"", rounds=1):
    cells = [kind, algorithm, str(rounds), *(b.hex() for b in (password, before, after, key))]
    return answer(["php", FOLDER / "generate_digests.php"], ",".join(cells))


def node(algorithm, arguments, password):
    line = json.dumps([algorithm, arguments, password])
    return answer(["node", FOLDER / "generate_logto.js"], line)


def b64(data):
    return base64.b64encode(data).decode()


def bare(data):
    return b64(data).rstrip("=")


def digest(parameters, digested, before=b"", after=b""):
    return f"$digest$alg={parameters}${bare(before)}${bare(after)}${bare(digested)}"


def digests():
    for password in PASSWORDS:
        made = php("plain", "sha256", password.encode(), before=b"salt")
        yield password, digest("sha256", made, before=b"salt"), True
    salt = b"\x00\xff$,"
    for algorithm in ALGORITHMS:
        made = php("plain", algorithm, ACCENTED.encode(), after=salt)
        yield ACCENTED, digest(algorithm, made, after=salt), True
    both = php("plain", "sha1", ACCENTED.encode(), b"s:", b":s")
    yield ACCENTED, digest("sha1", both, b"s:", b":s"), True
    # The salt in the other place is another hash.
    prefixed = php("plain", "sha1", ASCII.encode(), before=b"salt")
    yield ASCII, digest("sha1", prefixed, after=b"salt"), False
    yield from forms()
    for chain in ("bytes", "hex", "salted"):
        made = php(chain, "sha512", ACCENTED.encode(), after=b"{salt}", rounds=50)
        parameters = "sha512,rounds=50" + ("" if chain == "bytes" else ",chain=" + chain)
        yield ACCENTED, digest(parameters, made, after=b"{salt}"), True
    example = bytes.fromhex("b31d032cfdcf47a399990a71e43c5d2a")
    yield "hashcat", digest("md5,password=utf16le", example, after=b"144816"), True


def forms():
    for form, written in (
        ("utf16le", ASTRAL.encode("utf-16-le")),
        ("upper", ASTRAL.upper().encode()),
        ("lower", ASTRAL.lower().encode()),
    ):
        made = php("plain", "sha1", written, before=b"salt")
        yield ASTRAL, digest("sha1,password=" + form, made, before=b"salt"), True
    latin = php("plain", "sha1", ACCENTED.encode("latin-1"), before=b"salt")
    yield ACCENTED, digest("sha1,password=latin1", latin, before=b"salt"), True
    yield ACCENTED, digest("sha1", latin, before=b"salt"), False
    inner = php("inner-md5", "md5", ACCENTED.encode(), after=b"salt")
    yield ACCENTED, digest("md5,password=md5", inner, after=b"salt"), True
    inner = php("inner-md5", "sha1", ASCII.encode("utf-16-le"), before=b"salt")
    yield ASCII, digest("sha1,password=utf16le-md5", inner, before=b"salt"), True


def hmac(parameters, fields, code):
    return "$hmac$alg=" + "$".join([parameters, *(bare(field) for field in (*fields, code))])


def hmacs():
    for password in PASSWORDS:
        code = php("hmac", "sha256", password.encode(), key=b"key")
        yield password, hmac("sha256", (b"key", b"", b""), code), True
    for algorithm in ALGORITHMS:
        code = php("hmac", algorithm, ACCENTED.encode(), key=b"\x00\xff" * 80)
        yield ACCENTED, hmac(algorithm, (b"\x00\xff" * 80, b"", b""), code), True
        code = php("hmac-by-password", algorithm, ACCENTED.encode(), key=b"salt")
        yield ACCENTED, hmac(algorithm + ",key=password", (b"salt",), code), True
    code = php("hmac", "sha512", ACCENTED.encode("utf-16-le"), b"before", b"after", b"key")
    fields = (b"key", b"before", b"after")
    yield ACCENTED, hmac("sha512,password=utf16le", fields, code), True
    code = php("hmac-by-password", "sha1", b"", key=b"salt")
    yield "", hmac("sha1,key=password", (b"salt",), code), True
    yield ASCII, hmac("sha1", (b"", b"", b""), php("hmac", "sha1", ASCII.encode())), True
    example = bytes.fromhex("d89c92b4400b15c39e462a8caa939ab40c3aeeea")
    yield "hashcat", hmac("sha1", (b"1234", b"", b""), example), True


def kratos(algorithm, template, salt, hashed):
    return f"${algorithm}$pf={b64(template.encode())}${b64(salt)}${b64(hashed)}"


def kratos_digests():
    salt = b"\x00{PASSWORD}\xff"
    for algorithm in ("md5", "sha1", "sha256", "sha512"):
        for password in PASSWORDS:
            made = php("plain", algorithm, password.encode(), salt, b"%$")
            yield password, kratos(algorithm, "{SALT}{PASSWORD}%$", salt, made), True
        twice = ASCII.encode() + b":" + salt + b":" + ASCII.encode()
        made = php("plain", algorithm, twice)
        yield ASCII, kratos(algorithm, "{PASSWORD}:{SALT}:{PASSWORD}", salt, made), True
    yield ACCENTED, "$md5$" + b64(php("plain", "md5", ACCENTED.encode())), True
    yield "test", "$md5$pf=e1NBTFR9JCR7UEFTU1dPUkR9$MTIzNA==$ud392Z8rfZ+Ou7ZFXYLKbA==", True
    yield "ory", "$md5$ptoWyof5SobW+pbZu2QXoQ==", True
    yield (
        "test",
        "$sha1$pf=JHtQQVNTV09SRH0ke1NBTFR9JA==$NW9wbWtnejAzcg==$iE5n1yjX3oAdxRHwZ4u57I4LpQo=",
        True,
    )


def kratos_hmacs():
    for algorithm in "md4 md5 sha1 sha224 sha256 sha384 sha512".split():
        for password in (ASCII, ACCENTED):
            code = php("hmac", algorithm, password.encode(), key=b"12345")
            yield password, f"$hmac-{algorithm}${b64(code.hex().encode())}${b64(b'12345')}", True
    yield "test", "$hmac-md5$ZmU4Njk3Zjc0MmQwODA0MDVkMTI3MGU2MTYzMzE2Zjk=$MTIzNDU=", True


def okta(algorithm, **members):
    return json.dumps({"algorithm": algorithm, **members}, separators=(",", ":"))


def okta_hashes():
    names = {"md5": "MD5", "sha1": "SHA-1", "sha256": "SHA-256", "sha512": "SHA-512"}
    for algorithm, name in names.items():
        salt = b64(b"\x00salt\xff")
        for order, where in (("PREFIX", "before"), ("POSTFIX", "after")):
            made = php("plain", algorithm, ACCENTED.encode(), **{where: b"\x00salt\xff"})
            yield ACCENTED, okta(name, salt=salt, saltOrder=order, value=b64(made)), True
        made = php("plain", algorithm, ASCII.encode())
        yield ASCII, okta(name, value=b64(made)), True
    for cost in (4, 10):
        prefix = f"$2a${cost:02}$abcdefghijklmnopqrstuu".encode()
        made = bcrypt.hashpw(ACCENTED.encode(), prefix).decode()
        members = {"workFactor": cost, "salt": made[7:29], "value": made[29:]}
        yield ACCENTED, okta("BCRYPT", **members), True
    for digest_name, length in (("sha256", 32), ("sha512", 64), ("sha512", 20)):
        key = hashlib.pbkdf2_hmac(digest_name, ACCENTED.encode(), b"salt", 1000, length)
        members = {"salt": b64(b"salt"), "iterationCount": 1000, "keySize": length}
        function = digest_name.upper() + "_HMAC"
        yield ACCENTED, okta("PBKDF2", digestAlgorithm=function, value=b64(key), **members), True


def logto(algorithm, arguments, password):
    hashed = node(algorithm, arguments, password).hex()
    return json.dumps([algorithm, arguments, hashed], ensure_ascii=False, separators=(",", ":"))


def logto_hashes():
    for algorithm in ("md5", "sha1", "sha256", "sha512", "ripemd160", "SHA384"):
        for password in (ASCII, ACCENTED, ASTRAL):
            yield password, logto(algorithm, ["sel é", "@", "$"], password), True
    yield ASCII, logto("sha256", ["@", ":", "salt", ":", "@"], ASCII), True
    for length, digest_name in (("20", "sha512"), ("32", "sha256"), ("20", "sha1")):
        arguments = ["sel é", "1000", length, digest_name, "@"]
        yield ACCENTED, logto("pbkdf2", arguments, ACCENTED), True
    published = "c465f66c6ac481a7a17e9ed5b4e2e7e7288d892f12bf1c95c140901e9a70436e"
    yield "password123", f'["sha256", ["salt123", "@"], "{published}"]', True


write("digest", digests())
write("hmac", hmacs())
write("kratos-digest", kratos_digests())
write("kratos-hmac", kratos_hmacs())
write("okta", okta_hashes())
write("logto-legacy", logto_hashes())
