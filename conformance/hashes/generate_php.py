#!/usr/bin/python3 -Wignore
"""What software written in PHP stores: phpass, drupal7, wordpress-bcrypt, mediawiki, RestAuth's.

phpass: passlib 1.7.4. drupal7: the npm package drupal-hash 1.0.4, which is Drupal's code in
JavaScript; its salts are random. wordpress-bcrypt: PHP 8.2's own functions in the order in which
WordPress 6.8 calls them. mediawiki: MediaWiki 1.39's own classes, see mediawiki.php. RestAuth's
two: its server can't be had any more; MediaWiki's classes in RestAuth's spelling, and OpenSSL 3.0
for its SHA-512.
Debian 12: apt-get install python3-passlib php-cli nodejs openssl; apt-get download mediawiki and
dpkg -x; npm install drupal-hash@1.0.4. Then
NODE_PATH=.../node_modules generate_php.py .../usr/share/mediawiki
"""

import json
import subprocess
import sys
from pathlib import Path

from passlib.hash import phpass

from vectors import ACCENTED, ASCII, ASTRAL, LONG, write

PASSWORDS = ("", ASCII, ACCENTED, ASTRAL, LONG)
HERE = Path(__file__).parent

DRUPAL = """
const drupal = require('drupal-hash');
const jobs = JSON.parse(require('fs').readFileSync(0, 'utf8'));
console.log(JSON.stringify(jobs.map(([password, log2]) => drupal.hashPassword(password, log2))));
"""

WORDPRESS = """
$hashes = [];
foreach (json_decode(stream_get_contents(STDIN)) as $password) {
    $prehash = base64_encode(hash_hmac('sha384', trim($password), 'wp-sha384', true));
    $hashes[] = '$wp' . password_hash($prehash, PASSWORD_BCRYPT, ['cost' => 5]);
}
echo json_encode($hashes, JSON_UNESCAPED_SLASHES);
"""


def answers(command, jobs):
    output = subprocess.check_output(command, input=json.dumps(jobs), text=True)
    return json.loads(output)


def digest_hex(option, message):
    command = ["openssl", "dgst", option, "-r"]
    return subprocess.check_output(command, input=message, text=True).split()[0]


def phpass_rows():
    for password in PASSWORDS:
        yield password, phpass.using(salt="abcdefgh", rounds=8).hash(password), True
        phpbb = phpass.using(salt="./AZaz09", rounds=7, ident="H")
        yield password, phpbb.hash(password), True
    yield ACCENTED, phpass.using(salt="abcdefgh", rounds=13).hash(ACCENTED), True


def drupal_rows():
    jobs = [(password, 8) for password in PASSWORDS[1:]] + [(ASCII, 7), (ACCENTED, 15)]
    for (password, _), hashed in zip(jobs, answers(["node", "-e", DRUPAL], jobs)):
        yield password, hashed, True
    yield ASCII, "drupal7$" + answers(["node", "-e", DRUPAL], [(ASCII, 8)])[0], True
    # What Drupal 7 made of Drupal 6's MD5: its own hash of the hex digits.
    jobs = [(digest_hex("-md5", password), 11) for password in PASSWORDS]
    for password, hashed in zip(PASSWORDS, answers(["node", "-e", DRUPAL], jobs)):
        yield password, "U" + hashed, True
    # Drupal takes in phpass's hashes as they are, and those of Drupal 6 in the same way.
    hashed = phpass.using(salt="abcdefgh", rounds=8).hash(digest_hex("-md5", ACCENTED))
    yield ACCENTED, "U" + hashed, True


def wordpress_rows():
    passwords = [*PASSWORDS, "  trimmed\t\n", "inner blanks stay"]
    hashes = answers(["php", "-r", WORDPRESS], passwords)
    for password, hashed in zip(passwords, hashes):
        yield password, hashed, True
    yield "trimmed", hashes[-2], True
    yield "\u00a0trimmed", hashes[-2], False
    yield "innerblanksstay", hashes[-1], False


def mediawiki(settings, passwords=PASSWORDS):
    """A setting is a hash with any digest."""
    jobs = [(setting, password) for setting in settings for password in passwords]
    command = ["php", str(HERE / "mediawiki.php"), sys.argv[1]]
    for (_, password), hashed in zip(jobs, answers(command, jobs)):
        yield password, hashed, True


def mediawiki_rows():
    salt = "MDEyMzQ1Njc4OWFiY2RlZg=="
    yield from mediawiki([
        ":pbkdf2:sha512:1000:64:" + salt + ":x",
        ":A:x",
        ":B:1a2b3c4d:x",
        ":pbkdf2-legacyA:!sha512:1000:64!!" + salt + "!x",
        ":pbkdf2-legacyB:!sha512:1000:64!1a2b3c4d!" + salt + "!x",
        ":bcrypt:5$abcdefghijklmnopqrstuu$x",
        ":argon2:$argon2id$v=19$m=64,t=2,p=1$YWJjZGVmZ2g$AAAAAAAA",
    ])
    # What older versions were set to, and what nobody is known to use but can be set.
    yield from mediawiki([
        ":pbkdf2:sha256:1000:128:" + salt + ":x",
        ":pbkdf2:sha1:3:50::x",
        ":pbkdf2:sha224:3:28:" + salt + ":x",
        ":pbkdf2:sha384:3:100:" + salt + ":x",
        ":pbkdf2:whirlpool:3:64:" + salt + ":x",
        ":pbkdf2-legacyB:!sha256:100:128!1a2b3c4d!" + salt + "!x",
        ":B::x",
        ":bcrypt:10$abcdefghijklmnopqrstuu$x",
    ], [ACCENTED])


def restauth_mediawiki_rows():
    for password, hashed, _ in mediawiki([":A:x", ":B:1a2b3c4d:x", ":B:sel é:x"]):
        *_, salt, digest = hashed.split(":")
        yield password, f"mediawiki${'' if salt == 'A' else salt}${digest}", True


def restauth_sha512_rows():
    for salt in ("0123456789abcdef", "sel é"):
        for password in PASSWORDS:
            yield password, f"sha512${salt}${digest_hex('-sha512', salt + password)}", True


write("phpass", phpass_rows())
write("drupal7", drupal_rows())
write("wordpress-bcrypt", wordpress_rows())
write("mediawiki", mediawiki_rows())
write("restauth-mediawiki", restauth_mediawiki_rows())
write("restauth-sha512", restauth_sha512_rows())
