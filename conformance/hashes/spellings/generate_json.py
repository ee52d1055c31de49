#!/usr/bin/python3
"""keycloak-user.tsv, keycloak-7.tsv and firebase-user.tsv.

The hashes are those of ../keycloak.tsv and ../firebase-scrypt.tsv, made by Keycloak's own classes
and the npm package firebase-scrypt, put into the JSON that Keycloak and Firebase export. The bcrypt
of the plugin keycloak-bcrypt is libxcrypt's, by Python's crypt.
Debian 12: apt-get install python3 (3.11)
"""

import crypt
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
from vectors import ACCENTED, ASCII, ASTRAL, write


def rows(scheme):
    lines = (Path(__file__).parent.parent / (scheme + ".tsv")).read_text("utf-8").splitlines()[1:]
    for line in lines:
        password, encoded, expected = line.split("\t")
        yield json.loads(password), encoded, json.loads(expected)


def text(value):
    return json.dumps(value, separators=(",", ":"))


def columns(credential):
    """The two columns as JSON; an export has them as texts."""
    both = json.loads(credential)
    return [json.loads(part) if isinstance(part, str) else part
            for part in (both["secretData"], both["credentialData"])]


def user(credentials):
    return text({"id": "8f8f", "createdTimestamp": 1700000000000, "username": "ann",
                 "enabled": True, "email": "ann@example.com",
                 "attributes": {"locale": ["en"], "deep": [{"er": [["x"]]}]},
                 "credentials": credentials, "realmRoles": ["user"], "groups": []})


def exported(secret, data):
    return {"id": "c1", "type": "password", "userLabel": "My password", "createdDate": 1700000000000,
            "secretData": text(secret), "credentialData": text(data)}


OTP = exported({"value": "abc"}, {"subType": "totp", "digits": 6, "counter": 0, "period": 30,
                                  "algorithm": "HmacSHA1"}) | {"type": "otp"}


def bcrypt(password):
    return crypt.crypt(password, "$2a$05$abcdefghijklmnopqrstuu")


def user_rows():
    seen = set()
    for password, credential, expected in rows("keycloak"):
        secret, data = columns(credential)
        if (password, text(secret)) in seen:
            continue
        seen.add((password, text(secret)))
        one = exported(secret, data)
        yield password, user([one]), expected
        yield password, user([OTP, one]), expected
        yield password, text([one]), expected
        yield password, text(secret) + text(data), expected
        yield password, text(data) + " | " + text(secret), expected
    for password in (ASCII, ACCENTED, ASTRAL):
        secret = {"value": bcrypt(password), "salt": "", "additionalParameters": {}}
        data = {"hashIterations": 5, "algorithm": "bcrypt", "additionalParameters": {}}
        yield password, user([exported(secret, data)]), True


def old(secret, data):
    return {"type": "password", "hashedSaltedValue": secret["value"], "salt": secret["salt"],
            "hashIterations": data["hashIterations"], "counter": 0,
            "algorithm": data["algorithm"], "digits": 0, "period": 0,
            "createdDate": 1500000000000, "config": {}}


def old_rows():
    for password, credential, expected in rows("keycloak"):
        secret, data = columns(credential)
        if data["algorithm"].startswith("pbkdf2"):
            yield password, text(old(secret, data)), expected
            yield password, user([old(secret, data)]), expected
    for password in (ASCII, ACCENTED):
        secret, data = {"value": bcrypt(password), "salt": ""}, {"algorithm": "bcrypt"}
        yield password, text(old(secret, data | {"hashIterations": 5})), True


def firebase_rows():
    for password, encoded, expected in rows("firebase-scrypt"):
        if encoded.startswith("$firescrypt$"):
            cost, salt, digest, separator, key = encoded.split("$")[2:]
            memory, rounds = (part.split("=")[1] for part in cost.split(",")[:2])
            account = {"localId": "abc", "email": "ann@example.com", "passwordHash": digest,
                       "salt": salt, "createdAt": "1700000000000", "providerUserInfo": []}
            console = {"algorithm": "SCRYPT", "base64_signer_key": key,
                       "base64_salt_separator": separator, "rounds": int(rounds),
                       "mem_cost": int(memory)}
            api = {"algorithm": "SCRYPT", "signerKey": key, "saltSeparator": separator,
                   "rounds": int(rounds), "memoryCost": int(memory)}
            yield password, text(account | {"hashConfig": api}), expected
            yield password, text(account | {"hash_config": console}), expected
            yield password, text(account | console), expected


def without_repetitions(made):
    return list(dict.fromkeys(made))


write("spellings/keycloak-user", without_repetitions(user_rows()))
write("spellings/keycloak-7", without_repetitions(old_rows()))
write("spellings/firebase-user", without_repetitions(firebase_rows()))
