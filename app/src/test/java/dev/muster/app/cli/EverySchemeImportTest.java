package dev.muster.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.hash.FilledForm;
import dev.muster.app.hash.ImportForm;
import dev.muster.app.hash.StandardSchemes;
import dev.muster.app.hash.scheme.Advice;
import dev.muster.app.hash.scheme.KnownScheme;
import dev.muster.app.json.JsonText;
import dev.muster.value.Value;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What docs/hashes.md and {@code muster hash identify} promise: the example of every scheme comes
 * in by every format that is said to take it, as it is said, and then its password is right.
 */
class EverySchemeImportTest {

  @TempDir private Path folder;

  private static List<KnownScheme> verifiable() {
    return StandardSchemes.known().stream()
        .filter(known -> known.about().advice() != Advice.UNVERIFIABLE)
        .filter(known -> !known.name().equals("cleartext")) // no hash
        .toList();
  }

  private static List<KnownScheme> takenBy(String format) {
    return verifiable().stream().filter(known -> form(known, format).isTaken()).toList();
  }

  private static ImportForm form(KnownScheme known, String format) {
    return ImportForm.of(known.name(), known.about().example()).stream()
        .filter(form -> form.format().equals(format))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void csvTakesEveryScheme() throws IOException {
    List<String> rows = new ArrayList<>(List.of("username,password_scheme,password_hash"));
    for (KnownScheme known : verifiable()) {
      String scheme = form(known, "csv").naming().replace("password_scheme ", "");
      rows.add(known.name() + "," + scheme + "," + hash(known));
    }
    Run.file(folder, "users.csv", rows.toArray(String[]::new));

    assertThat(takenBy("csv")).isEqualTo(verifiable());
    assertImports("users.csv", verifiable(), "--format", "csv");
  }

  @Test
  void csvNeedsNoOtherColumnForTextsThatSayWhatTheyAre() throws IOException {
    List<KnownScheme> telling =
        verifiable().stream().filter(known -> form(known, "csv").naming().isEmpty()).toList();
    List<String> rows = new ArrayList<>(List.of("username,password_hash"));
    telling.forEach(known -> rows.add(known.name() + "," + hash(known)));
    Run.file(folder, "users.csv", rows.toArray(String[]::new));

    assertThat(telling).hasSizeGreaterThan(70);
    assertImports("users.csv", telling, "--format", "csv");
  }

  private static String hash(KnownScheme known) {
    return "\"" + known.about().example().replace("\"", "\"\"") + "\"";
  }

  @Test
  void restAuthTakesEveryScheme() throws IOException {
    String users =
        verifiable().stream()
            .map(
                known ->
                    JsonText.of(Value.of(known.name()))
                        + ":"
                        + FilledForm.json(form(known, "restauth"), known))
            .collect(Collectors.joining(",\n"));
    Run.file(folder, "users.json", "{\"users\":{" + users + "}}");

    assertThat(takenBy("restauth")).isEqualTo(verifiable());
    assertImports("users.json", verifiable(), "--format", "restauth");
  }

  /** A RestAuth document has plain passwords, too; no other format takes them. */
  @Test
  void thePasswordItselfIsHashed() throws IOException {
    Run.file(
        folder,
        "users.json",
        "{\"users\":{\"ann\":{\"password\":"
            + "{\"algorithm\":\"cleartext\",\"hash\":\"{CLEARTEXT}s3cret\"}}}}");
    Run.file(folder, "users.csv", "username,password_hash", "bob,{noop}s3cret");

    assertThat(Run.of(folder, "import", "users.json", "--format", "restauth").status()).isZero();
    assertThat(
            Run.with(
                    folder,
                    "s3cret".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                    "users",
                    "verify",
                    "ann",
                    "--password-stdin")
                .status())
        .isZero();
    assertThat(Run.of(folder, "users", "show", "ann").out()).doesNotContain("cleartext");
    Run refused = Run.of(folder, "import", "users.csv", "--json");
    assertThat(refused.status()).isEqualTo(1);
    assertThat(refused.out()).contains("the password itself").doesNotContain("s3cret");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "csv | email,password_hash\\na@b.example,{noop}s3cret | a table takes hashes only",
        "csv | email,password_scheme,password_hash\\na@b.example,cleartext,{CLEAR}s3cret | a table"
            + " takes hashes only",
        "authgear | {\"identifier\":\"email\",\"records\":[{\"email\":\"a@b.example\",\"password\":"
            + "{\"type\":\"cleartext\",\"password_hash\":\"{CLEARTEXT}s3cret\"}}]}"
            + " | leave the member password out",
        "authgear | {\"identifier\":\"email\",\"records\":[{\"email\":\"a@b.example\",\"password\":"
            + "{\"type\":\"bcrypt\",\"password_hash\":\"{noop}s3cret\"}}]} | invalid bcrypt hash:"
            + " this is the password itself, and no hash; Authgear's records",
        "auth0 | [{\"email\":\"a@b.example\",\"custom_password_hash\":{\"algorithm\":\"ldap\","
            + "\"hash\":{\"value\":\"{CLEARTEXT}s3cret\"}}}] | leave custom_password_hash out"
      })
  void thePasswordItselfIsRefusedWithARemedyForTheFormat(
      String format, String content, String remedy) throws IOException {
    Run.file(folder, "users", content.replace("\\n", "\n"));

    Run run = Run.of(folder, "import", "users", "--format", format, "--json");

    assertThat(run.status()).as(run.err()).isEqualTo(1);
    assertThat(run.out())
        .contains("the password itself, and no hash", remedy, "RestAuth document")
        .doesNotContain("s3cret");
  }

  @Test
  void authgearsRequestTakesEveryScheme() throws IOException {
    Run.file(
        folder,
        "users.json",
        "{\"identifier\":\"preferred_username\",\"records\":[" + authgear(",\n") + "]}");

    assertThat(takenBy("authgear")).isEqualTo(verifiable());
    assertImports("users.json", verifiable(), "--format", "authgear");
  }

  @Test
  void authgearsLinesTakeEveryScheme() throws IOException {
    Run.file(folder, "users.ndjson", authgear("\n"));

    assertImports(
        "users.ndjson",
        verifiable(),
        "--format",
        "authgear-lines",
        "--identifier",
        "preferred_username");
  }

  private static String authgear(String separator) {
    return verifiable().stream()
        .map(known -> record("preferred_username", known.name(), "authgear", known))
        .collect(Collectors.joining(separator));
  }

  @Test
  void auth0TakesWhatItsAlgorithmsAre() throws IOException {
    List<KnownScheme> taken = takenBy("auth0");
    String records =
        taken.stream()
            .map(known -> record("email", known.name() + "@example.com", "auth0", known))
            .collect(Collectors.joining(",\n"));
    Run.file(folder, "users.json", "[" + records + "]");

    assertThat(taken)
        .extracting(KnownScheme::name)
        .contains("bcrypt", "argon2", "ldap-ssha", "pbkdf2-phc-sha256", "digest", "hmac")
        .contains("nt", "hex-md4", "django-unsalted-md5", "django-sha1", "django-pbkdf2-sha256")
        .contains("django-argon2", "django-scrypt", "scrypt-crypt", "keycloak", "werkzeug-pbkdf2")
        .doesNotContain("lm", "sha512-crypt", "auth0-custom");
    Run run = Run.of(folder, "import", "users.json", "--format", "auth0");
    assertThat(run.status()).as(run.out()).isZero();
    taken.forEach(known -> assertPassword(known.name() + "@example.com", known));
  }

  /** A record with a login and what a form says. */
  private static String record(String login, String value, String format, KnownScheme known) {
    String members = FilledForm.json(form(known, format), known);
    return "{\"" + login + "\":\"" + value + "\"," + members.substring(1);
  }

  private void assertImports(String file, List<KnownScheme> schemes, String... options) {
    List<String> command = new ArrayList<>(List.of("import", file, "--json"));
    command.addAll(List.of("--details", "problems"));
    command.addAll(List.of(options));
    Run run = Run.of(folder, command.toArray(String[]::new));

    assertThat(run.status()).as(run.out()).isZero();
    schemes.forEach(known -> assertPassword(known.name(), known));
  }

  private void assertPassword(String login, KnownScheme known) {
    Run verify =
        Run.with(
            folder,
            known.about().password().getBytes(UTF_8),
            "users",
            "verify",
            login,
            "--password-stdin");
    assertThat(verify.status()).as(login + verify.out() + verify.err()).isZero();
    assertThat(
            Run.with(folder, "no".getBytes(UTF_8), "users", "verify", login, "--password-stdin")
                .status())
        .isEqualTo(1);
  }
}
