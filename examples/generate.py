#!/usr/bin/env python3
"""Writes the example files beside it, the same bytes on every run. Python 3.8, nothing else."""

import base64
import hashlib
import json
import random
import sys
from pathlib import Path

sys.dont_write_bytecode = True  # the folder is packed into the distribution as it is

from people import people  # noqa: E402

HERE = Path(__file__).parent

# Everybody's password in the authgear files and of the Argon2 users. Made once, because Python
# can make neither: $2a$ and $2b$ by python3-bcrypt, $2y$ by htpasswd, Argon2 by python3-argon2.
PASSWORD = "Spring-Harvest-42"
BCRYPT = """
$2b$05$3UZTYfO.XI4RMsaTA3C3aueiyxEFcnAvf/Sf42xfXb2ecxWl5PXsS
$2b$05$4E0iR.sXl.oXqaPG0zh42.iK42lH8IUHCelq/e4zOeSAeyqAFfAPi
$2b$05$AtuwzhwpVDjFVbL7hccbNOOaqzf7FScsoVyF8bbe7ph/d9vF3135C
$2b$05$UZZ6d7HMFxdaimEDHa8HseflPZZYnb7kfTNQ5JlNUOSL4VG7lrbWW
$2b$05$lWzH4RbMmeZHCQ6kKjtq/udfYiO1zt8brODtmQUriOJsROgT/dCqy
$2b$05$9E6ksF77n.pXERJ6MLdNfeIaa4nMGHQav4GS88nzYmS8gLJVY35gO
$2a$05$zNx3r2d/JlfjnLOacOZU9u0aE045uPg/ufSkOkzWEZVprQ2zWb4Fy
$2a$05$fn4fCsgfWgBj1ilYg.A4N.qZdtqeUQ15XPdD5V0qH.cHwZZWu5q56
$2a$05$wuFrk2JyTqCXKwxAOF5.ke7HqgeSglU.qGfYFeC5sybFGAfB.GM8u
$2y$06$31ZJBauzQE.pn5VW3Hu01OliAEq3W46GZJBNn/vqhPgMktAtnQQZe
$2y$06$QBBctcyiep2Q3yCKpj1YW./zL3V3yLoUN/P0SczaL2vMC4FiQDPve
$2y$06$O7/TjVzWKJoNDDm1wbwHr.1ODfccGAz30xjuxxJvhXHswj2N8dEAa
""".split()
ARGON2 = """
argon2$argon2id$v=19$m=256,t=2,p=2$cHpESjNJN1hDZk1V$AAcmzR9yXjMGpKUSRc37Iw
argon2$argon2id$v=19$m=256,t=2,p=2$SUlSelRqUVNYMnVF$GDhF0lZJtBg/ahfgFKxvzw
argon2$argon2id$v=19$m=256,t=2,p=2$dDhVMnA3ZUJJdzBw$BpwKX/N5et9fRPIrz+k8Zg
argon2$argon2id$v=19$m=256,t=2,p=2$N3VJTENuMGV5YTJU$sgyexHE/PZW07r5z/ukyKw
""".split()


def bcrypt(number):
    return {"type": "bcrypt", "password_hash": BCRYPT[number % len(BCRYPT)]}


def authgear_record(person):
    """A record that can be imported; how much it says depends on the person's number."""
    n = person.number
    record = {"email": person.email, "email_verified": n % 3 > 0}
    if n % 3 == 0:
        del record["email_verified"]
    record["preferred_username"] = person.login
    if n % 4 < 3:
        record["phone_number"] = f"+44770090{n:04}" if n < 1000 else person.phone
        record["phone_number_verified"] = True
    record.update(name=person.full, given_name=person.given, family_name=person.family)
    if n % 5 == 0:
        record["nickname"] = person.given[:2]
        record["middle_name"] = ""
    if n % 6 == 0:
        record["profile"] = f"https://people.example.org/{person.login}"
        record["picture"] = f"https://people.example.org/{person.login}/portrait.jpg"
        record["website"] = f"https://{person.login.replace('.', '-')}.example.net/"
    record["gender"] = person.gender
    year = person.birthdate[:4]
    record["birthdate"] = [person.birthdate, "0000" + person.birthdate[4:],
                           "-" + person.birthdate[4:], year][0 if n % 7 else 1 + n // 7 % 3]
    record["zoneinfo"] = person.zone
    record["locale"] = person.locale
    if n % 3 == 0:
        record["address"] = {"street_address": person.street, "locality": person.city,
                             "postal_code": person.postal_code, "country": person.country}
    record["custom_attributes"] = {"member_id": f"M-{100000 + n}", "points": n * 13 % 500}
    if n % 25 == 24:
        record["disabled"] = True
    if n % 30 == 11:
        record["account_valid_from"] = "2025-09-01T00:00:00+02:00"
        record["account_valid_until"] = "2026-08-31T23:59:59+02:00"
    if n % 10 != 9:
        record["password"] = bcrypt(n)
    if n % 12 == 5:
        record["mfa"] = {"email": person.email, "totp": {"secret": "JBSWY3DPEHPK3PXP"}}
    if n % 40 == 17:
        record["mfa"] = {"phone_number": person.phone, "password": bcrypt(n + 1)}
    return record


def authgear_failures(taken):
    """One mistake each; `taken` is a record that comes earlier in the file."""

    def of(login, /, **members):
        return {"email": f"{login}@example.com", "name": login.title(), **members}

    short_hash = {"type": "bcrypt", "password_hash": BCRYPT[0][:40]}
    return [
        of("bad.email", email="bad.email@example@com"),
        of("phone.without.plus", phone_number="07700 900123"),
        of("unknown.role", roles=["head_librarian"]),
        of("unknown.group", groups=["reading_circle"]),
        of("taken.username", preferred_username=taken["preferred_username"].upper()),
        of("taken.phone", phone_number=taken["phone_number"]),
        of("no.such.day", birthdate="1985-02-31"),
        of("null.identifier", email=None),
        {"name": "Nobody At All", "preferred_username": "no.identifier"},
        of("unknown.property", telephone="+447700900999"),
        of("broken.hash", password=short_hash),
        of("other.hash", password={"type": "md5", "password_hash": "5f4dcc3b5aa765d61d8327deb8"}),
        of("period.reversed", account_valid_from="2026-08-31T00:00:00Z",
           account_valid_until="2025-09-01T00:00:00Z"),
        of("zone.without.city", zoneinfo="UTC"),
        of("locale.of.another.system", locale="zh_TW"),
        of("picture.by.ftp", picture="ftp://people.example.org/portrait.jpg"),
        of("text.for.a.flag", disabled="no"),
        of("username.with.blank", preferred_username="Ann Lee"),
        of("null.in.address", address={"locality": "Leeds", "country": None}),
        of("much.wrong", name="", gender=1, website="www.example.org", email_verified=None),
    ]


def among(records, others, seed):
    """Puts the others at places of their own in the second half of the records, in their order."""
    chance = random.Random(seed)
    half = len(records) // 2
    places = sorted(chance.sample(range(half, len(records)), len(others)))
    for shift, (place, other) in enumerate(zip(places, others)):
        records.insert(place + shift, other)
    return records


def authgear_document():
    records = [authgear_record(person) for person in people(282, "authgear")]
    repeats = [
        {"email": records[4]["email"].upper(), "nickname": "Second thoughts"},
        {"email": records[7]["email"], "preferred_username": None}]
    records = among(records, authgear_failures(records[1]) + repeats, "mistakes")
    request = {"upsert": True, "identifier": "email", "records": records}
    text = json.dumps(request, ensure_ascii=False, indent=1)
    write("authgear-users.json", text + "\n")


def authgear_lines():
    records = [authgear_record(person) for person in people(289, "lines")]
    for n, record in enumerate(records):
        if n % 3 == 0:
            record["roles"] = ["editor", "reviewer"] if n % 9 == 0 else ["reader"]
        if n % 4 == 0:
            record["groups"] = ["volunteers"] if n % 8 else ["staff"]
        if n % 20 == 13:  # known by user name alone
            for name in ("email", "email_verified", "mfa"):
                record.pop(name, None)
    lines = [json.dumps(record, ensure_ascii=False) for record in records]
    again = json.dumps({"preferred_username": records[2]["preferred_username"], "name": "Again"})
    broken = [
        lines[10][:-25],
        '["amelia.whitfield0", "amelia.whitfield0@example.com"]',
        '"preferred_username: siân"',
        '{"preferred_username": "two.names", "name": "One", "name": "Two"}',
        '{"preferred_username": "no.comma" "name": "No Comma"}',
        "{'preferred_username': 'single.quotes'}",
        '{"preferred_username": "unknown.role", "roles": ["astronaut"]}',
        '{"preferred_username": "no name", "email": "no.name@example.com"}',
        '{"preferred_username": 4711}',
        '{"preferred_username": "not.utf8", "name": "Ren\udce9e"}',  # the byte E9 alone
        again,
    ]
    write("authgear-users.ndjson", "\n".join(among(lines, broken, "broken")) + "\n")


GIVEN = ("Zoé Anaïs Chloé François Gaël Maëlle Loïc Hélène Jérôme Noël Cœlia Aïcha Ömer Inès "
         "Jean-Baptiste Marie-Thérèse Fatoumata Étienne Océane Þór").split()
FAMILY = ("Lefèvre Béranger D'Aubigné Châtelain Lecœur Garçon Benoît Côté Trémoulet Nguyen Diallo "
          "Le+Goff Sœur Ben+Saïd De+La+Fère Müller Ibáñez Žák Œuvrard Pereira").split()
TOWNS = [("25000", "Besançon"), ("94240", "L'Haÿ-les-Roses"), ("73000", "Chambéry"),
         ("62650", "Bécourt-sur-l'Œuf"), ("29000", "Quimper"), ("97400", "Saint-Denis")]
STREETS = ["rue de l'Église", "allée des Chênes", "place du Marché", "chemin du Bœuf"]
ROLES = ["Conseil municipal", "Médiathèque", "Périscolaire", "", "", ""]


def town_hall_rows():
    chance = random.Random("mairie")
    for n in range(228):
        given, family = chance.choice(GIVEN), chance.choice(FAMILY).replace("+", " ")
        postal_code, town = chance.choice(TOWNS)
        phone = [f"01 99 00 {n // 100:02} {n % 100:02}", f"01.99.01.{n // 100:02}.{n % 100:02}",
                 f"+33 1 99 02 {n // 100:02} {n % 100:02}", ""][n % 4]
        yield [
            f"usager{n:03}@example.{chance.choice(['com', 'org', 'net'])}", given, family,
            chance.choice(["Mme", "M.", ""]), phone,
            f"{1940 + chance.randrange(67)}-{1 + chance.randrange(12)}-{1 + chance.randrange(28)}",
            f"{1 + chance.randrange(180)} {chance.choice(STREETS)}", postal_code, town,
            f"BM-{20000 + n}" if n % 3 else "", chance.choice(["oui", "", "0"]),
            chance.choice(ROLES)]


def town_hall():
    header = ["email key", "first_name verified", "last_name verified", "civility", "phone",
              "birth_date", "street", "postal_code", "city", "library_card unique",
              "newsletter no-update", "_role_name"]
    rows = list(town_hall_rows())

    def changed(name, **cells):
        row = ["%s@example.com" % name, "Camille", "Essai", "", "", "1990-1-1", "1 rue Neuve",
               "25000", "Besançon", "", "", ""]
        for column, value in cells.items():
            row[[cell.split()[0] for cell in header].index(column)] = value
        return row

    mistakes = [
        changed("x", email="pas d'adresse"),
        changed("x", email=""),
        changed("telephone.court", phone="01 99"),
        changed("jour.impossible", birth_date="1985-02-31"),
        changed("date.francaise", birth_date="14/07/1989"),
        changed("civilite.inconnue", civility="Mlle"),
        changed("sans.commune", city=""),
        changed("ligne.courte")[:7],
        changed("carte.en.double", library_card=rows[1][9]),
        changed("deux.fautes", phone="non", birth_date="hier"),
        changed("role.inconnu", _role_name="Trésorerie"),
        changed("role.mal.ecrit", _role_name="médiathèque"),
    ]
    short = changed("ligne.presque.entiere")[:9]
    long = changed("ligne.trop.longue") + ["", "surplus"]
    second_roles = [[rows[n][0]] + rows[n][1:11] + ["Conseil municipal"] for n in (0, 5, 9)]
    for place in (20, 75):
        rows.insert(place, [])
    rows = among(rows, mistakes + [short, long] + second_roles, "fautes")
    lines = [";".join(f'"{cell}"' if " " in cell else cell for cell in header)]
    lines += [";".join(map(quoted, row)) for row in rows]
    write("town-hall.csv", "\r\n".join(lines) + "\r\n", "cp1252")


def quoted(cell):
    return '"' + cell.replace('"', '""') + '"' if any(c in cell for c in ',;"\n') else cell


def hr_sync():
    header = ["_source_name", "_source_id", "username", "email no-verified", "first_name",
              "last_name", "employee_number unique", "department", "desk no-update", "hired_on",
              "@force-password-reset"]
    rows = []
    for person in people(200, "hr"):
        n = person.number
        rows.append([
            "payroll", f"{7000 + n}", person.login, person.email, person.given, person.family,
            f"E{n:05}", ["Sales, North", "Sales, South", 'Research "Blue"', "Accounts"][n % 4],
            f"{n % 5}.{n % 37:02}", f"20{10 + n % 15}-{1 + n % 12:02}-{1 + n % 28:02}",
            "true" if n % 10 == 0 else ""])

    def mistake(number, **cells):
        row = ["payroll", f"{9000 + number}", f"temp{number}", f"temp{number}@example.com", "Temp",
               "Worker", f"T{number:05}", "Accounts", "", "2025-01-06", ""]
        for column, value in cells.items():
            row[[cell.split()[0] for cell in header].index(column)] = value
        return row

    mistakes = [
        mistake(1, _source_id=""),
        mistake(2, _source_name="pay roll"),
        mistake(3, _source_id=rows[3][1]),
        mistake(4, employee_number=rows[4][6]),
        mistake(5, username=rows[5][2]),
        mistake(6, hired_on="2025-13-01"),
        mistake(7, email="temp7 at example.com"),
    ]
    csv("hr-sync.csv", header, among(rows, mistakes, "hr mistakes"))


def django_pbkdf2(password, salt):
    digest = hashlib.pbkdf2_hmac("sha256", password.encode(), salt.encode(), 1000)
    return f"pbkdf2_sha256$1000${salt}${base64.b64encode(digest).decode()}"


def django_passwords():
    header = ["username key", "email", "first_name", "last_name", "password_hash"]
    rows = []
    for person in people(200, "django"):
        login = person.login
        encoded = django_pbkdf2(f"{login}!", f"salt{person.number:04}")
        if person.number % 20 == 0:
            encoded = ARGON2[person.number // 20 % len(ARGON2)]
        rows.append([login, person.email, person.given, person.family, encoded])

    def mistake(name, encoded):
        return [name, f"{name}@example.org", "Test", "User", encoded]

    mistakes = [
        mistake("unusable", "!Qx8BXNlOyjmV0uHQ5yMWFRtZcGYk3JvI"),
        mistake("empty", ""),
        mistake("unknown", "md4$abc$31d6cfe0d16ae931b73c59d7e0c089c0"),
        mistake("in.pieces", "pbkdf2_sha256$1000$saltonly"),
        mistake("never.ends", django_pbkdf2("x", "salt").replace("$1000$", "$999999999999$")),
        mistake("plain.text", "swordfish"),
    ]
    csv("django-passwords.csv", header, among(rows, mistakes, "django mistakes"))


def restauth():
    """All or nothing, so nothing in it fails; one algorithm that is not supported is skipped."""
    users = {}
    for person in people(200, "restauth"):
        number = person.number
        user = {"properties": {"email": person.email, "full name": person.full}}
        if number % 2 == 0:
            user["properties"]["date joined"] = 1262304000 + 86400 * number
        if number % 4 == 0:
            encoded = django_pbkdf2(f"{person.login}!", f"salt{number:04}")
            user["password"] = {"algorithm": "django", "hash": encoded}
        elif number % 4 < 3:
            hashed = BCRYPT[number % len(BCRYPT)]
            user["password"] = {"algorithm": "bcrypt", "hash": hashed}
        users[person.login] = user
    names = list(users)
    users[names[3]]["password"] = {"algorithm": "msdcc", "hash": "25fd08fa89795ed54207e6e8442a6ca0"}
    document = {
        "services": {
            "wiki.example.org": {
                "password": {"algorithm": "bcrypt", "hash": BCRYPT[0]},
                "hosts": ["192.0.2.7", "2001:db8::7"],
            },
            "mail.example.org": {"hosts": ["192.0.2.8"]},
        },
        "users": users,
        "groups": {
            "staff": {
                "users": names[:60],
                "subgroups": [{"name": "editors", "service": "wiki.example.org"}],
            },
            "editors": {"service": "wiki.example.org", "users": names[60:75]},
            "readers": {"service": "wiki.example.org", "users": names[60:]},
            "lists": {"service": "mail.example.org"},
        },
    }
    write("restauth.json", json.dumps(document, ensure_ascii=False, indent=1) + "\n")


def csv(name, header, rows):
    lines = [",".join(f'"{cell}"' if " " in cell else cell for cell in header)]
    lines += [",".join(map(quoted, row)) for row in rows]
    write(name, "\n".join(lines) + "\n")


def write(name, text, encoding="utf-8"):
    (HERE / name).write_bytes(text.encode(encoding, "surrogateescape"))


if __name__ == "__main__":
    authgear_document()
    authgear_lines()
    town_hall()
    hr_sync()
    django_passwords()
    restauth()
