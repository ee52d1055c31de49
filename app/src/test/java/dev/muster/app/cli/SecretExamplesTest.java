package dev.muster.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.hash.SchemeMatch;
import dev.muster.problem.SecretText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hashes and passwords are in no message, wherever they stand in an input. */
class SecretExamplesTest {

  private static final String BCRYPT =
      "$2y$10$abcdefghijklmnopqrstuuFiPhXf1sVd3pCCRO.uVh34H/qI/ZsuS";

  @TempDir private Path folder;

  @Test
  void whatSchemesRecogniseIsTakenForAHash() throws IOException {
    List<String> missed = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of("../conformance/hashes"))) {
      for (Path file : files.filter(it -> it.toString().endsWith(".tsv")).sorted().toList()) {
        for (String line : Files.readAllLines(file)) {
          String[] cells = line.split("\t", -1);
          String hash = cells.length < 2 ? "" : cells[1];
          if (hash.length() > 15
              && !file.toString().contains("cleartext")
              && !hash.matches("[0-9]+") // a number
              && !SecretText.isHash(hash)
              && !SchemeMatch.of(hash).isEmpty()) {
            missed.add(file.getFileName() + " " + hash);
          }
        }
      }
    }
    assertThat(missed).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        BCRYPT,
        "5f4dcc3b5aa765d61d8327deb882cf99",
        "{SSHA}nMKuihunqT2jm0b8EBnEgQ==",
        "pbkdf2:sha256:600000$abcdefgh$0123456789abcdef0123456789abcdef"
      })
  void aHashInAnotherColumnIsInNoMessage(String hash) throws Exception {
    Run.file(
        folder,
        "muster.yml",
        "attributes:",
        "  - {name: birth, kind: date}",
        "  - {name: code, kind: string}");
    String[] tables = {
      "email,birth\nann@example.org," + hash,
      "email," + hash + "\nann@example.org,x",
      "email,first_name " + hash + "\nann@example.org,x",
      hash + ",ann\n" + hash + ",bob",
      "username key,email\nann," + hash,
      "email,code unique\na@example.org," + hash + "\nb@example.org," + hash,
      "email,_role_name\na@example.org," + hash,
      "email,@registration\na@example.org," + hash,
    };
    for (String table : tables) {
      Run.file(folder, "a.csv", table);

      Run run = Run.of(folder, "import", "a.csv");
      Run lenient = Run.of(folder, "import", "a.csv", "--lenient");
      Run suggested = Run.of(folder, "import", "a.csv", "--suggest-map");

      assertThat(run.status()).as(table).isNotZero();
      assertThat(run.out() + run.err()).as(table).doesNotContain(hash);
      assertThat(lenient.out() + lenient.err()).as(table).doesNotContain(hash);
      assertThat(suggested.err()).as(table).doesNotContain(hash);
    }
  }

  @Test
  void whatStandsInAColumnNamedLikeAPasswordIsInNoMessage() throws Exception {
    Run.file(
        folder,
        "muster.yml",
        "attributes:",
        "  - {name: old_password, kind: date}",
        "  - {name: pass_code, kind: string}");
    Run.file(
        folder,
        "a.csv",
        "email,old_password,pass_code unique",
        "a@example.org,hunter2,",
        "b@example.org,,swordfish",
        "c@example.org,,swordfish");

    for (String option : new String[] {"--json", "--lenient", "--dry-run"}) {
      Run run = Run.of(folder, "import", "a.csv", option, "--details=none");
      assertThat(run.out() + run.err()).doesNotContain("hunter2", "swordfish");
    }
  }
}
