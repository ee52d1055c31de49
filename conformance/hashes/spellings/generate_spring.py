#!/usr/bin/python3 -Wignore
"""spring-*.tsv and scrypt-java.tsv, by Spring Security's own encoders, version 6.5.9.

Salts are random: the files keep what came out last. The rows of $s0$ are Python's hashlib.scrypt in
the form of the Java library com.lambdaworks:scrypt. The first rows of four files are from
spring-security#4666, where they are published.
Needs Maven and a JDK from 17 on; run it as: generate_spring.py FOLDER-FOR-THE-LIBRARIES
"""

import hashlib
import json
import os
import subprocess
import sys
from base64 import b64encode
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
from vectors import ACCENTED, ASCII, ASTRAL, LONG, write

POM = """
<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>vectors</groupId><artifactId>spring</artifactId><version>1</version>
  <dependencies>
    <dependency>
      <groupId>org.springframework.security</groupId><artifactId>spring-security-crypto</artifactId>
      <version>6.5.9</version>
    </dependency>
    <dependency>
      <groupId>org.springframework</groupId><artifactId>spring-core</artifactId>
      <version>6.2.7</version>
    </dependency>
    <dependency>
      <groupId>org.bouncycastle</groupId><artifactId>bcprov-jdk18on</artifactId>
      <version>1.80</version>
    </dependency>
  </dependencies>
</project>
"""

PROGRAM = """
import java.util.*;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.*;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.*;
import org.springframework.security.crypto.scrypt.SCryptPasswordEncoder;

public class Made {
  static void print(String file, String id, PasswordEncoder encoder, String[] passwords) {
    PasswordEncoder delegating = new DelegatingPasswordEncoder(id, Map.of(id, encoder));
    for (String password : passwords) {
      String encoded = delegating.encode(password);
      boolean own = file.equals("own") || delegating.matches(password, encoded);
      System.out.println(file + "\\t" + password + "\\t" + encoded + "\\t" + own);
    }
  }

  public static void main(String[] passwords) {
    print("spring-id", "bcrypt", new BCryptPasswordEncoder(4), passwords);
    print("spring-id", "argon2", new Argon2PasswordEncoder(16, 32, 1, 256, 2), passwords);
    print("spring-id", "argon2@SpringSecurity_v5_8",
        Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8(), new String[] {passwords[1]});
    print("spring-id", "noop", NoOpPasswordEncoder.getInstance(), passwords);
    print("spring-id", "ldap", new LdapShaPasswordEncoder(), passwords);
    print("spring-pbkdf2", "pbkdf2", Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_5(),
        passwords);
    print("spring-pbkdf2", "pbkdf2@SpringSecurity_v5_8",
        Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8(), passwords);
    Pbkdf2PasswordEncoder base64 = Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_5();
    base64.setEncodeHashAsBase64(true);
    print("spring-pbkdf2", "pbkdf2", base64, passwords);
    Pbkdf2PasswordEncoder base64Of58 = Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    base64Of58.setEncodeHashAsBase64(true);
    print("spring-pbkdf2", "pbkdf2@SpringSecurity_v5_8", base64Of58, new String[] {passwords[1]});
    Pbkdf2PasswordEncoder sha512 = new Pbkdf2PasswordEncoder("", 8, 185000,
        SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA512);
    print("spring-pbkdf2", "pbkdf2", sha512, new String[] {passwords[0], passwords[1]});
    Pbkdf2PasswordEncoder sha1 = new Pbkdf2PasswordEncoder("", 8, 185000,
        SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA1);
    print("spring-pbkdf2", "pbkdf2", sha1, new String[] {passwords[1]});
    print("scrypt-java", "scrypt", new SCryptPasswordEncoder(1024, 8, 1, 32, 64), passwords);
    print("scrypt-java", "scrypt", SCryptPasswordEncoder.defaultsForSpringSecurity_v4_1(),
        new String[] {passwords[1]});
    print("scrypt-java", "scrypt@SpringSecurity_v5_8",
        SCryptPasswordEncoder.defaultsForSpringSecurity_v5_8(), new String[] {passwords[1]});
    print("spring-sha256", "sha256", new StandardPasswordEncoder(), passwords);
    print("spring-digest", "MD4", new Md4PasswordEncoder(), passwords);
    for (String digest : List.of("MD5", "SHA-1", "SHA-256", "SHA-384", "SHA-512")) {
      print("spring-digest", digest, new MessageDigestPasswordEncoder(digest), passwords);
    }
    MessageDigestPasswordEncoder inBase64 = new MessageDigestPasswordEncoder("SHA-256");
    inBase64.setEncodeHashAsBase64(true);
    print("spring-digest", "SHA-256", inBase64, passwords);
    print("spring-digest", "SSHA", new LdapShaPasswordEncoder(), passwords);
  }
}
"""

SCRYPT_4666 = (
    "{scrypt}$e0801$8bWJaSu2IKSn9Z9kM+TPXfOc/9bdYSrN1oD9qfVThWEwdRTnO7re7Ei+fUZRJ68k9lTyuTeUp4of4g2"
    "4hHnazw==$OAOec05+bXxvuu/1qZ6NUR+xQYvYv7BeL1QxwRpY5Pc="
)
PUBLISHED = {
    "spring-id": [
        ("password", "{bcrypt}$2a$10$dXJ3SW6G7P50lGmMkkmwe.20cQQubK3.HZWzG3YB1tlRy.fqvM/BG"),
        ("password", "{noop}password"),
    ],
    "spring-pbkdf2": [
        ("password",
         "{pbkdf2}5d923b44a6d129f3ddf3e3c8d29412723dcbde72445e8ef6bf3b508fbf17fa4ed4d6b99ca763d8dc"),
    ],
    "scrypt-java": [("password", SCRYPT_4666), ("password", SCRYPT_4666.replace("{scrypt}", ""))],
    "spring-sha256": [
        ("password",
         "{sha256}97cde38028ad898ebc02e690819fa220e88c62e0699403e94fff291cfffaf8410849f27605abcbc0"),
    ],
    "spring-digest": [
        ("password", "{SHA-256}5e884898da28047151d0e56f8dc6292773603d0d6aabbdd62a11ef721d1542d8"),
        ("password", "{MD5}5f4dcc3b5aa765d61d8327deb882cf99"),
    ],
}


def by_spring(folder):
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "pom.xml").write_text(POM)
    (folder / "Made.java").write_text(PROGRAM)
    copy = "org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy-dependencies"
    subprocess.check_call(["mvn", "-q", "-B", copy, "-DoutputDirectory=lib"], cwd=folder)
    command = ["java", "-Dfile.encoding=UTF-8", "-Dsun.stdout.encoding=UTF-8",
               "-Dstdout.encoding=UTF-8", "-cp", "lib/*", "Made.java"]
    environment = dict(os.environ, LC_ALL="C.UTF-8")
    said = subprocess.check_output(
        [*command, ASCII, ACCENTED, ASTRAL], cwd=folder, text=True, env=environment)
    for line in said.splitlines():
        file, password, encoded, own = line.split("\t")
        assert own == "true", line
        yield file, password, encoded


def lambdaworks(password, log_n=10, r=8, p=1, salt=b"sixteen bytes of"):
    key = hashlib.scrypt(password.encode(), salt=salt, n=1 << log_n, r=r, p=p, dklen=32)
    return f"$s0${log_n << 16 | r << 8 | p:x}${b64encode(salt).decode()}${b64encode(key).decode()}"


rows = {file: list(published) for file, published in PUBLISHED.items()}
for file, password, encoded in by_spring(Path(sys.argv[1])):
    rows[file].append((password, encoded))
for password in (ASCII, ACCENTED, ASTRAL, LONG):
    rows["scrypt-java"].append((password, lambdaworks(password)))
rows["scrypt-java"].append((ACCENTED, lambdaworks(ACCENTED, 8, 16, 3)))
for file, made in rows.items():
    write("spellings/" + file, [(password, encoded, True) for password, encoded in made])
