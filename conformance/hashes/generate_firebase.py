#!/usr/bin/python3
"""firebase-scrypt.tsv, by the npm package firebase-scrypt 2.2.0, in everybody's spelling.

The package gives the hash; this script puts it into the texts of Ory Kratos, of Supabase (GoTrue)
and of Clerk. Two rows are published: by Firebase with its own implementation
(github.com/firebase/scrypt, README), and by Supabase (internal/crypto/password_test.go).
Debian 12: apt-get install nodejs
npm install firebase-scrypt@2.2.0 in any folder; run this script with NODE_PATH=FOLDER/node_modules
"""

import json
import subprocess

from vectors import ACCENTED, ASCII, ASTRAL, LONG, write

KEY = "jxspr8Ki0RYycVU8zykbdLGjFQ3McFUH0uiiTvC8pVMXAn210wjLNmdZJzxUECKbm0QsEmYUSDzZvpjeJ9WmXA=="
SALT, SEPARATOR = "42xEC+ixf3L2lw==", "Bw=="
PUBLISHED = (
    "lSrfV15cpx95/sZS2W9c9Kp6i/LVgQNDNC/qzrCnh1SAyZvqmZqAjTdn3aoItz+VHjoZilo78198JAdRuid5lQ=="
)
OF_SUPABASE = (
    "$fbscrypt$v=1,n=14,r=8,p=1,ss=Bw==,"
    "sk=ou9tdYTGyYm8kuR6Dt0Bp0kDuAYoXrK16mbZO4yGwAn3oLspjnN0/c41v8xZnO1n14J3MjKj1b2g6AUCAlFwMw=="
    "$C0sHCg9ek77hsg==$zKVTMvnWVw5BBOZNUdnsalx4c4c7y/w7IS5p6Ut2+CfEFFlz37J9huyQfov4iizN8dbjvEJlM5"
    "tQaJP84+hfTw=="
)

NODE = """
const {FirebaseScrypt} = require('firebase-scrypt');
const [parameters, salt, password] = JSON.parse(process.argv[1]);
new FirebaseScrypt(parameters).hash(password, salt).then(hash => console.log(hash));
"""


def hashed(password, memory=6, rounds=8, salt=SALT, separator=SEPARATOR, key=KEY):
    parameters = dict(memCost=memory, rounds=rounds, saltSeparator=separator, signerKey=key)
    asked = json.dumps([parameters, salt, password])
    return subprocess.check_output(["node", "-e", NODE, asked], text=True).strip()


def kratos(digest, memory=6, rounds=8, salt=SALT):
    return f"$firescrypt$ln={memory},r={rounds},p=1${salt}${digest}${SEPARATOR}${KEY}"


def rows():
    for password in (ASCII, ACCENTED, ASTRAL, LONG):
        yield password, kratos(hashed(password)), True
    yield ASCII, kratos(hashed(ASCII, 4, 3, "AA=="), 4, 3, "AA=="), True
    digest = hashed(ACCENTED)
    supabase = f"$fbscrypt$v=1,n=6,r=8,p=1,ss={SEPARATOR},sk={KEY}${SALT}${digest}"
    yield ACCENTED, supabase, True
    # The Admin SDK's base64.
    url_safe = str.maketrans("+/", "-_", "=")
    yield ACCENTED, kratos(digest.translate(url_safe), salt=SALT.translate(url_safe)), True
    yield ACCENTED, f"{digest}${SALT}${KEY}${SEPARATOR}$8$6", True
    yield "user1password", kratos(PUBLISHED, memory=14), True
    yield "mytestpassword", OF_SUPABASE, True


write("firebase-scrypt", rows())
