#!/usr/bin/python3
"""keycloak.tsv, by the classes of Keycloak 26.0.8 that hash passwords.

A program of a few lines calls Pbkdf2PasswordHashProvider and Argon2PasswordHashProvider and prints
the two columns of Keycloak's table "credential". Salts are random: the file keeps what came out
last. This script wraps the columns as Keycloak's export does, and also without the inner quotes.
Needs Maven and a JDK from 17 on; run it as: generate_keycloak.py FOLDER-FOR-THE-LIBRARIES
"""

import json
import os
import subprocess
import sys
from pathlib import Path

from vectors import ACCENTED, ASCII, ASTRAL, LONG, write

POM = """
<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>vectors</groupId><artifactId>keycloak</artifactId><version>1</version>
  <dependencies>
    <dependency>
      <groupId>org.keycloak</groupId><artifactId>keycloak-crypto-default</artifactId>
      <version>26.0.8</version>
    </dependency>
    <dependency>
      <groupId>org.keycloak</groupId><artifactId>keycloak-server-spi-private</artifactId>
      <version>26.0.8</version>
    </dependency>
    <dependency>
      <groupId>org.jboss.logging</groupId><artifactId>jboss-logging</artifactId>
      <version>3.6.1.Final</version>
    </dependency>
  </dependencies>
</project>
"""

PROGRAM = """
import java.util.concurrent.Semaphore;
import org.keycloak.common.crypto.CryptoIntegration;
import org.keycloak.credential.hash.*;
import org.keycloak.crypto.hash.Argon2PasswordHashProvider;

public class Made {
  public static void main(String[] passwords) {
    CryptoIntegration.init(Made.class.getClassLoader());
    PasswordHashProvider[] providers = {
      new Pbkdf2PasswordHashProvider("pbkdf2", "PBKDF2WithHmacSHA1", 100, 0),
      new Pbkdf2PasswordHashProvider("pbkdf2-sha256", "PBKDF2WithHmacSHA256", 100, 0, 256),
      new Pbkdf2PasswordHashProvider("pbkdf2-sha256", "PBKDF2WithHmacSHA256", 100, 0),
      new Pbkdf2PasswordHashProvider("pbkdf2-sha512", "PBKDF2WithHmacSHA512", 100, 0),
      new Argon2PasswordHashProvider("1.3", "id", 32, 64, 2, 1, new Semaphore(1)),
      new Argon2PasswordHashProvider("1.0", "d", 16, 64, 2, 4, new Semaphore(1)),
      new Argon2PasswordHashProvider("1.3", "i", 100, 64, 2, 2, new Semaphore(1)),
    };
    for (PasswordHashProvider provider : providers) {
      for (String password : passwords) {
        var credential = provider.encodedCredential(password, -1);
        System.out.println(credential.getCredentialData());
        System.out.println(credential.getSecretData());
      }
    }
  }
}
"""

PASSWORDS = (ASCII, ACCENTED, ASTRAL, LONG)


def columns(folder):
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "pom.xml").write_text(POM)
    (folder / "Made.java").write_text(PROGRAM)
    copy = ["mvn", "-B", "-q", "dependency:copy-dependencies", "-DoutputDirectory=lib"]
    subprocess.run(copy, cwd=folder, check=True)
    command = ["java", "-cp", "lib/*", "Made.java", *PASSWORDS]
    utf8 = os.environ | {"LC_ALL": "C.UTF-8"}
    lines = subprocess.check_output(command, cwd=folder, env=utf8, text=True).splitlines()
    return [line for line in lines if line.startswith("{")]


def rows():
    lines = columns(Path(sys.argv[1]))
    made = zip(PASSWORDS * 7, lines[0::2], lines[1::2], strict=True)
    for password, credential, secret in made:
        exported = {"type": "password", "secretData": secret, "credentialData": credential}
        plain = {"credentialData": json.loads(credential), "secretData": json.loads(secret)}
        yield password, json.dumps(exported), True
        if password in (ASCII, ACCENTED):
            yield password, json.dumps(plain, separators=(",", ":")), True


write("keycloak", rows())
