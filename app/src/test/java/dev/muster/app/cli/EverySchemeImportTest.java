package dev.muster.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.hash.ImportForm;
import dev.muster.app.hash.StandardSchemes;
import dev.muster.app.hash.scheme.Advice;
import dev.muster.app.hash.scheme.KnownScheme;
import dev.muster.app.json.JsonText;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What docs/hashes.md promises: the example of every scheme comes in by every format that is said
 * to take it, and then its password is right.
 */
class EverySchemeImportTest {

  @TempDir private Path folder;

  private static List<KnownScheme> verifiable() {
    return StandardSchemes.known().stream()
        .filter(known -> known.about().advice() != Advice.UNVERIFIABLE)
        .toList();
  }

  private static List<KnownScheme> takenBy(String format) {
    return verifiable().stream().filter(known -> form(known, format).member().isPresent()).toList();
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
      String naming = form(known, "csv").naming();
      rows.add(known.name() + "," + naming.replace("password_scheme ", "") + "," + quoted(known));
    }
    Run.file(folder, "users.csv", rows.toArray(String[]::new));

    assertThat(takenBy("csv")).isEqualTo(verifiable());
    assertImports("users.csv", "csv", verifiable());
  }

  @Test
  void csvNeedsNoOtherColumnForTextsThatSayWhatTheyAre() throws IOException {
    List<KnownScheme> telling =
        verifiable().stream().filter(known -> form(known, "csv").naming().isEmpty()).toList();
    List<String> rows = new ArrayList<>(List.of("username,password_hash"));
    telling.forEach(known -> rows.add(known.name() + "," + quoted(known)));
    Run.file(folder, "users.csv", rows.toArray(String[]::new));

    assertThat(telling).hasSizeGreaterThan(70);
    assertImports("users.csv", "csv", telling);
  }

  @Test
  void restAuthTakesEveryScheme() throws IOException {
    String users =
        verifiable().stream()
            .map(
                known ->
                    JsonText.of(Value.of(known.name()))
                        + ":{\"password\":{\"algorithm\":\""
                        + known.name()
                        + "\",\"hash\":"
                        + text(known)
                        + "}}")
            .collect(Collectors.joining(",\n"));
    Run.file(folder, "users.json", "{\"users\":{" + users + "}}");

    assertThat(takenBy("restauth")).isEqualTo(verifiable());
    assertImports("users.json", "restauth", verifiable());
  }

  @Test
  void authgearTakesBcrypt() throws IOException {
    List<KnownScheme> taken = takenBy("authgear");
    String records =
        taken.stream()
            .map(
                known ->
                    "{\"preferred_username\":\""
                        + known.name()
                        + "\",\"password\":{\"type\":\"bcrypt\",\"password_hash\":"
                        + text(known)
                        + "}}")
            .collect(Collectors.joining(",\n"));
    Run.file(
        folder,
        "users.json",
        "{\"identifier\":\"preferred_username\",\"records\":[" + records + "]}");

    assertThat(taken).extracting(KnownScheme::name).containsExactly("bcrypt");
    assertImports("users.json", "authgear", taken);
  }

  @Test
  void auth0TakesWhatItsAlgorithmsAre() throws IOException {
    List<KnownScheme> taken = takenBy("auth0");
    String records =
        taken.stream()
            .map(
                known ->
                    "{\"email\":\""
                        + known.name()
                        + "@example.com\",\"custom_password_hash\":"
                        + JsonText.of(auth0(known))
                        + "}")
            .collect(Collectors.joining(",\n"));
    Run.file(folder, "users.json", "[" + records + "]");

    assertThat(taken)
        .extracting(KnownScheme::name)
        .contains(
            "bcrypt", "argon2", "ldap-ssha", "pbkdf2-phc-sha256", "digest", "hmac", "hex-md4");
    Run run = Run.of(folder, "import", "users.json", "--format", "auth0");
    assertThat(run.status()).as(run.out()).isZero();
    taken.forEach(known -> assertPassword(known.name() + "@example.com", known));
  }

  private static Struct auth0(KnownScheme known) {
    String example = known.about().example();
    String naming = form(known, "auth0").naming();
    String algorithm = naming.substring(naming.lastIndexOf(' ') + 1);
    Struct.Builder fields = new Struct.Builder();
    fields.put("algorithm", Value.of(algorithm));
    String[] parts = example.split("[$:]", -1);
    switch (known.name()) {
      case "digest" -> {
        fields.put("hash", encoded(parts[5], "base64").build());
        fields.put("salt", encoded(parts[3], "base64").build());
      }
      case "hmac" ->
          fields.put(
              "hash",
              encoded(parts[6], "base64")
                  .put("digest", Value.of("sha256"))
                  .put("key", encoded(parts[3], "base64").build())
                  .build());
      case "scrypt-plain" -> {
        fields.put("hash", encoded(parts[3].substring(4), "hex").build());
        fields.put("salt", encoded(parts[2].substring(4), "hex").build());
        fields.put("keylen", new Value.Num("64"));
        fields.put("cost", new Value.Num("64"));
      }
      default ->
          fields.put(
              "hash", encoded(example, naming.startsWith("fields") ? "hex" : "utf8").build());
    }
    return fields.build();
  }

  private static Struct.Builder encoded(String text, String encoding) {
    Struct.Builder value = new Struct.Builder();
    value.put("value", Value.of(text));
    value.put("encoding", Value.of(encoding));
    return value;
  }

  private void assertImports(String file, String format, List<KnownScheme> schemes) {
    Run run = Run.of(folder, "import", file, "--format", format, "--json", "--details", "problems");

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

  private static String quoted(KnownScheme known) {
    return "\"" + known.about().example().replace("\"", "\"\"") + "\"";
  }

  private static String text(KnownScheme known) {
    return JsonText.of(Value.of(known.about().example()));
  }
}
