package dev.muster.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.store.DirectoryInvariants;
import dev.muster.app.store.LongTexts;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Values that are too long for an index, as keys of users and as values that may occur once. */
class LongValuesTest {

  private static final String BADGE = LongTexts.random(4, 9_000);

  @TempDir Path folder;

  @BeforeEach
  void declareTheAttribute() throws Exception {
    Run.file(folder, "muster.yml", "attributes: [{name: badge}]");
  }

  @ParameterizedTest
  @EnumSource(TestDatabases.class)
  void aRepeatedValueFailsAsInTheDryRun(TestDatabases backing) throws Exception {
    String address = backing.emptyDirectory(folder);
    Run.file(
        folder,
        "in.csv",
        "email key,badge unique",
        "ada@example.com," + BADGE,
        "bob@example.com,short",
        "eve@example.com," + BADGE);
    Run dry = run(address, "import", "in.csv", "--json", "--dry-run");
    Run real = run(address, "import", "in.csv", "--json");
    assertThat(real.status()).as(real.err()).isEqualTo(1).isEqualTo(dry.status());
    assertThat(real.document().get("summary")).isEqualTo(dry.document().get("summary"));
    DirectoryInvariants.assertHold(folder, address);
  }

  @ParameterizedTest
  @EnumSource(TestDatabases.class)
  void aUserIsFoundByIt(TestDatabases backing) throws Exception {
    String address = backing.emptyDirectory(folder);
    Run.file(
        folder,
        "in.ndjson",
        "{\"email\": \"ada@example.com\", \"custom_attributes\": {\"badge\": \"" + BADGE + "\"}}");
    assertThat(run(address, "import", "in.ndjson", "--identifier", "email").status()).isZero();
    Run.file(
        folder, "in.csv", "badge key,email", BADGE + ",ada@example.org", "short,bob@example.org");
    Run dry = run(address, "import", "in.csv", "--json", "--dry-run");
    Run real = run(address, "import", "in.csv", "--json");
    assertThat(real.status()).as(real.err()).isZero().isEqualTo(dry.status());
    assertThat(real.document().get("summary")).isEqualTo(dry.document().get("summary"));
    DirectoryInvariants.assertHold(folder, address);
  }

  private Run run(String address, String... words) {
    String[] all = java.util.Arrays.copyOf(words, words.length + 2);
    all[words.length] = "--db";
    all[words.length + 1] = address;
    return Run.of(folder, all);
  }
}
