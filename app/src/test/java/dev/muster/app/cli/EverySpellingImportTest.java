package dev.muster.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.hash.StandardSchemes;
import dev.muster.app.hash.spelling.KnownSpelling;
import dev.muster.app.hash.spelling.StandardSpellings;
import dev.muster.app.json.JsonText;
import dev.muster.password.CostBounds;
import dev.muster.password.HashReading;
import dev.muster.value.Value;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hashes in other systems' forms come in by csv and restauth, and their passwords are right. */
class EverySpellingImportTest {

  private static final List<KnownSpelling> ALL = StandardSpellings.known();
  private static final List<KnownSpelling> HASHES =
      ALL.stream().filter(spelling -> reading(spelling) instanceof HashReading.Accepted).toList();

  @TempDir private Path folder;

  @Test
  void csvNeedsNoOtherColumn() throws IOException {
    Run.file(folder, "users.csv", rows(HASHES));

    assertImports("users.csv", "csv", HASHES);
  }

  @Test
  void csvRefusesThePasswordItself() throws IOException {
    List<KnownSpelling> passwords = new ArrayList<>(ALL);
    passwords.removeAll(HASHES);
    Run.file(folder, "users.csv", rows(passwords));

    Run run = Run.of(folder, "import", "users.csv", "--format", "csv", "--json");

    assertThat(run.status()).isEqualTo(1);
    assertThat(passwords).isNotEmpty();
    assertThat(run.out()).contains("\"failed\":" + passwords.size());
    passwords.forEach(it -> assertThat(run.out()).doesNotContain(it.about().password()));
  }

  @Test
  void restAuthNamesTheScheme() throws IOException {
    String users =
        ALL.stream()
            .map(
                spelling ->
                    "\""
                        + spelling.name()
                        + "\":{\"password\":{\"algorithm\":\""
                        + scheme(spelling)
                        + "\",\"hash\":"
                        + JsonText.of(Value.of(spelling.about().example()))
                        + "}}")
            .collect(Collectors.joining(",\n"));
    Run.file(folder, "users.json", "{\"users\":{" + users + "}}");

    assertImports("users.json", "restauth", ALL);
  }

  @Test
  void verifyNamesTheScheme() {
    for (KnownSpelling spelling : HASHES) {
      Run run =
          Run.with(
              folder,
              spelling.about().password().getBytes(UTF_8),
              "hash",
              "verify",
              "--password-stdin",
              spelling.about().example());
      assertThat(run.out()).contains("right: " + scheme(spelling));
      assertThat(run.status()).isZero();
    }
  }

  private static HashReading reading(KnownSpelling spelling) {
    return StandardSchemes.all(CostBounds.DEFAULTS).read(spelling.about().example());
  }

  private static String scheme(KnownSpelling spelling) {
    return reading(spelling) instanceof HashReading.Accepted accepted
        ? accepted.hash().scheme()
        : "cleartext";
  }

  private static String[] rows(List<KnownSpelling> spellings) {
    List<String> rows = new ArrayList<>(List.of("username,password_hash"));
    for (KnownSpelling spelling : spellings) {
      String cell = spelling.about().example().replace("\"", "\"\"");
      rows.add(spelling.name() + ",\"" + cell + "\"");
    }
    return rows.toArray(String[]::new);
  }

  private void assertImports(String file, String format, List<KnownSpelling> imported) {
    Run run = Run.of(folder, "import", file, "--format", format, "--json", "--details", "problems");

    assertThat(run.status()).as(run.out()).isZero();
    for (KnownSpelling spelling : imported) {
      byte[] password = spelling.about().password().getBytes(UTF_8);
      Run right =
          Run.with(folder, password, "users", "verify", spelling.name(), "--password-stdin");
      assertThat(right.status()).as(spelling.name() + right.err()).isZero();
      Run wrong =
          Run.with(
              folder, "no".getBytes(UTF_8), "users", "verify", spelling.name(), "--password-stdin");
      assertThat(wrong.status()).isEqualTo(1);
    }
  }
}
