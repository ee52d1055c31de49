#!/usr/bin/python3
"""aspnet-identity-v2.tsv, aspnet-identity-v3.tsv.

Both by the npm package aspnetcore-identity-password-hasher 1.0.1, v2 also by aspnet-identity-pw
1.0.2. Their salts are random: the files keep what came out last. "my password" is published, with
ASP.NET Core's own tests (src/Identity/test/Identity.Test/PasswordHasherTest.cs): SHA-1 and SHA-512
and other lengths, which the packages can't do.
Debian 12: apt-get install nodejs
npm install aspnetcore-identity-password-hasher@1.0.1 aspnet-identity-pw@1.0.2 in any folder; run
this script with NODE_PATH=FOLDER/node_modules
"""

import json
import subprocess

from vectors import ACCENTED, ASCII, ASTRAL, LONG, write

PASSWORDS = (ASCII, ACCENTED, ASTRAL, LONG)
V2 = "hasher.hashPasswordV2(password)"
V3 = "hasher.hashPasswordV3(password)"
OLDER = "new Promise((done, _) => older.hashPassword(password, (error, text) => done(text)))"
NODE = """
const {PasswordHasher} = require('aspnetcore-identity-password-hasher/build/PasswordHasher');
const older = require('aspnet-identity-pw');
const hasher = new PasswordHasher(100);
const [password] = JSON.parse(process.argv[1]);
CALL.then(text => console.log(text));
"""


def made(call, password):
    command = ["node", "-e", NODE.replace("CALL", call), json.dumps([password])]
    return subprocess.check_output(command, text=True, stderr=subprocess.DEVNULL).strip()


PUBLISHED_V2 = (
    "AAABAgMEBQYHCAkKCwwNDg+ukCEMDf0yyQ29NYubggHIVY0sdEUfdyeM+E1LtH1uJg==",
    "ANXrDknc7fGPpigibZXXZFMX4aoqz44JveK6jQuwY3eH/UyPhvr5xTPeGYEckLxz9A==",
)
PUBLISHED_V3 = (
    "AQAAAAAAAAD6AAAAEAhftMyfTJylOlZT+eEotFXd1elee8ih5WsjXaR3PA9M",
    "AQAAAAEAACcQAAAAEAABAgMEBQYHCAkKCwwNDg+yWU7rLgUwPZb1Itsmra7cbxw2EFpwpVFIEtP+JIuUEw==",
    "AQAAAAIAAAAyAAAAEOMwvh3+FZxqkdMBz2ekgGhwQ4B6pZWND6zgESBuWiHw",
    "AQAAAAIAAAD6AAAAIJbVi5wbMR+htSfFp8fTw8N8GOS/Sje+S/4YZcgBfU7EQuqv4OkVYmc4VJl9AGZzmRTxSkP7LtVi9"
    "IWyUxX8IAAfZ8v+ZfhjCcudtC1YERSqE1OEdXLW9VukPuJWBBjLuw==",
    "AQAAAAIAACcQAAAAEAABAgMEBQYHCAkKCwwNDg9B0Oxwty+PGIDSp95gcCfzeDvA4sGapUIUov8usXfD6A==",
)


def rows(calls, published):
    for call in calls:
        yield "", made(calls[0], ""), True
        for password in PASSWORDS:
            yield password, made(call, password), True
    yield from (("my password", text, True) for text in published)


write("aspnet-identity-v2", rows((V2, OLDER), PUBLISHED_V2))
write("aspnet-identity-v3", rows((V3,), PUBLISHED_V3))
