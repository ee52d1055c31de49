#!/usr/bin/python3
"""searches.tsv: hashes as programs of all kinds make them, each by the code that stands beside it.

Password, salt and key as JSON strings, then the hash, the scheme that an import would name, and
what made it: PHP 8.2, Node.js 20, Python 3.11 or passlib 1.7.4. `muster hash solve` is tested with
them. How PBKDF2 is written is left open (`pbkdf2`), since several schemes can.
Debian 12: apt-get install php-cli nodejs python3-passlib
"""

import json
import subprocess
import sys
from pathlib import Path

PASSWORD = "pässwörd ünïcödé"
SALT = "Wq3!x"
KEY = "pepper"
RAW_SALT = "6Jx0GQ9d8a6NnJv3n3K1xw=="

RECIPES = [
    ("digest", "", "", "php", "echo md5(md5($p));"),
    ("digest", SALT, "", "php", "echo md5($p . $s);"),
    ("digest", SALT, "", "php", "echo strtoupper(md5($s . ':' . $p));"),
    ("digest", SALT, "", "php", "echo md5(md5($p) . $s);"),
    ("digest", SALT, "", "php", "echo md5(md5($s) . md5($p));"),
    ("digest", SALT, "", "php", "echo sha1($s . $p . $s);"),
    ("digest", SALT, "", "php", "echo hash('sha256', $p . '$' . $s);"),
    ("digest", SALT, "", "php", "echo hash('sha256', $s . hash('sha256', $p));"),
    ("digest", SALT, "", "php", "echo hash('whirlpool', $s . '-' . $p);"),
    ("digest", SALT, "", "php", "echo hash('ripemd160', $p . $s);"),
    ("digest", SALT, "", "php", "echo base64_encode(hash('sha384', $s . $p, true));"),
    ("digest", SALT, "", "php", "echo md5($s . $p) . ':' . $s;"),
    (
        "digest",
        SALT,
        "",
        "php",
        "$h = $s . $p; for ($i = 0; $i < 1000; $i++) $h = sha1($h); echo $h;",
    ),
    (
        "digest",
        SALT,
        "",
        "php",
        "$m = $p . '{' . $s . '}'; $h = hash('sha512', $m, true); for ($i = 1; $i < 5000; $i++)"
        " $h = hash('sha512', $h . $m, true); echo base64_encode($h);",
    ),
    (
        "digest",
        RAW_SALT,
        "",
        "node",
        "sha('sha1').update(Buffer.concat([Buffer.from(s, 'base64'), Buffer.from(p, 'utf16le')]))"
        ".digest('base64')",
    ),
    ("digest", SALT, "", "node", "sha('sha512').update(s + p.toUpperCase()).digest('base64url')"),
    ("digest", SALT, "", "node", "sha('sha256').update(s).update(p, 'latin1').digest('hex')"),
    ("hmac", SALT, "", "php", "echo hash_hmac('sha256', $p, $s);"),
    ("hmac", SALT, "", "php", "echo hash_hmac('sha1', $s, $p);"),
    ("hmac", "", KEY, "php", "echo hash_hmac('sha512', $p, $k);"),
    ("hmac", SALT, KEY, "php", "echo hash_hmac('sha256', $s . $p, $k);"),
    ("pbkdf2", SALT, "", "php", "echo hash_pbkdf2('sha256', $p, $s, 1000);"),
    (
        "pbkdf2",
        RAW_SALT,
        "",
        "python",
        "base64.b64encode(hashlib.pbkdf2_hmac('sha512', p.encode(), base64.b64decode(s), 4321,"
        " 100)).decode()",
    ),
    (
        "pbkdf2",
        SALT,
        "",
        "python",
        "hashlib.pbkdf2_hmac('sha1', p.encode(), s.encode(), 2, 24).hex()",
    ),
    ("digest", "", "", "php", "echo sha1($p);"),
    ("mysql323", "", "", "python", "__import__('passlib.hash').hash.mysql323.hash(p)"),
    ("mysql41", "", "", "php", "echo '*' . strtoupper(sha1(sha1($p, true)));"),
    ("bcrypt", "", "", "php", "echo password_hash($p, PASSWORD_BCRYPT, ['cost' => 4]);"),
]


def run(language, code, salt, key):
    p, s, k = (json.dumps(text) for text in (PASSWORD, salt, key))
    if language == "php":
        variables = f"$p = json_decode('{p}'); $s = json_decode('{s}'); $k = json_decode('{k}'); "
        command = ["php", "-r", variables + code]
    elif language == "node":
        variables = f"const p = {p}, s = {s}, k = {k}, sha = require('crypto').createHash; "
        command = ["node", "-e", variables + f"console.log({code})"]
    else:
        variables = f"import base64, hashlib; p, s, k = {p}, {s}, {k}; "
        command = [sys.executable, "-c", variables + f"print({code})"]
    return subprocess.check_output(command, text=True).strip()


lines = ["password\tsalt\tkey\thash\tscheme\tlanguage\tcode"]
for scheme, salt, key, language, code in RECIPES:
    hashed = run(language, code, salt, key)
    cells = [json.dumps(text, ensure_ascii=False) for text in (PASSWORD, salt, key)]
    lines.append("\t".join([*cells, hashed, scheme, language, code]))
Path(__file__).with_name("searches.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
