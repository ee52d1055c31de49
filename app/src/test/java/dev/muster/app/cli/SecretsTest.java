package dev.muster.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing that is printed or reported holds a password, a hash or a salt, wrong ones included. */
class SecretsTest {

  private static final String SALT = "SecretSalt42";
  private static final String DJANGO = "pbkdf2_sha256$1000$" + SALT + "$" + "A".repeat(43) + "=";
  private static final String BCRYPT = "$2b$05$SecretSaltSecretSaltSe" + "u".repeat(31);
  private static final String PLAIN = "SecretPlainPassword";

  private static final List<String> SECRETS = List.of(SALT, DJANGO, BCRYPT, PLAIN, "SecretSalt");

  @TempDir private Path folder;

  private final List<String> said = new ArrayList<>();

  @Test
  void nothingOfThemIsEverSaid() throws IOException {
    Run.file(
        folder,
        "in.csv",
        "username key,password_hash",
        "ann," + DJANGO,
        "bob," + DJANGO.replace("=", ""),
        "eve," + PLAIN);
    Run.file(
        folder,
        "in.ndjson",
        "{\"email\": \"a@example.com\", \"password\": {\"type\": \"bcrypt\","
            + " \"password_hash\": \""
            + BCRYPT
            + "\"}}",
        "{\"email\": \"b@example.com\", \"password\": \"" + PLAIN + "\"}",
        "{\"email\": \"c@example.com\", \"password\": {\"type\": \"bcrypt\","
            + " \"password_hash\": \""
            + BCRYPT.replace("$05$", "$31$")
            + "\"}}");
    Run.file(
        folder,
        "in.json",
        "{\"services\": {\"wiki\": {\"password\": \""
            + PLAIN
            + "\"}},"
            + " \"users\": {\"zoe\": {\"password\": \""
            + PLAIN
            + "\"},"
            + " \"yan\": {\"password\": {\"algorithm\": \"django\", \"hash\": \""
            + DJANGO
            + "\"}},"
            + " \"xia\": {\"password\":"
            + " {\"algorithm\": \"rot13\", \"hash\": \""
            + PLAIN
            + "\"}}}}");
    Run.file(folder, "known", "ann\t" + PLAIN);

    say("import", "in.csv", "--prove-file", "known");
    for (String name : List.of("in.csv", "in.ndjson", "in.json")) {
      String report = name + ".report.ndjson";
      say("import", name, "--identifier", "email", "--dry-run", "--diff", "--debug");
      say("import", name, "--identifier", "email", "--json", "--diff", "--report", report);
      said.add(Files.readString(folder.resolve(report)));
      say("import", name, "--identifier", "email", "--upsert");
    }
    say("restauth-import", "--overwrite-passwords", "in.json");
    for (String user : List.of("ann", "a@example.com", "zoe", "yan")) {
      say("users", "show", user, "--json");
      say("users", "show", user);
    }
    say("users", "list", "--json");
    say("services", "show", "wiki", "--json");
    say("hash", "identify", DJANGO);
    say("hash", "identify", BCRYPT);
    say("db", "status");
    say("db", "check");

    assertThat(String.join("\n", said)).contains("inserted", "django-pbkdf2-sha256", "bcrypt");
    for (String text : said) {
      assertThat(text).doesNotContain(SECRETS);
    }
  }

  private void say(String... arguments) {
    Run run = Run.of(folder, arguments);
    said.add(run.out());
    said.add(run.err());
  }
}
