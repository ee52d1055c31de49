package dev.muster.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What docs/guides/from-php.md promises of tables of PHP sites is so. */
class PhpGuideTest {

  private static final Path PAGE =
      Path.of("").toAbsolutePath().getParent().resolve("docs/guides/from-php.md");
  private static final Pattern TABLE = Pattern.compile("```csv\n(.*?)```", Pattern.DOTALL);

  @TempDir Path folder;

  private int verify(String login, String password) {
    return Run.with(folder, password.getBytes(UTF_8), "users", "verify", login, "--password-stdin")
        .status();
  }

  @Test
  void theExampleOfASaltedDigestLogsIn() throws Exception {
    Matcher table = TABLE.matcher(Files.readString(PAGE));
    assertThat(table.find()).isTrue();
    Files.writeString(folder.resolve("users.csv"), table.group(1));

    Run run = Run.of(folder, "import", "users.csv");

    assertThat(run.status()).as(run.out()).isZero();
    assertThat(verify("ann", "Spring-Harvest-42")).isZero();
    assertThat(verify("ann", "spring-harvest-42")).isEqualTo(1);
  }

  /** Hashes as the sites write them, in a table with tabs as the MySQL client makes it. */
  @ParameterizedTest
  @CsvSource({
    "$2y$05$abcdefghijklmnopqrstuu5s2v8.iXieOjg/.AySBTTZIIVFJeBui, ''",
    "5f4dcc3b5aa765d61d8327deb882cf99, password",
    "$P$6abcdefghbHujEoLzRzAGlPkJFQiyg0, correct horse battery staple",
    "$H$6abcdefghbHujEoLzRzAGlPkJFQiyg0, correct horse battery staple"
  })
  void aHashInAColumnOfItsOwnIsTakenAsItIs(String hash, String password) throws Exception {
    Files.writeString(
        folder.resolve("users.tsv"),
        "username\temail\tfirst_name\tpassword_hash\nann\tann@example.com\tAnn\t" + hash + "\n");

    Run run = Run.of(folder, "import", "users.tsv");

    assertThat(run.status()).as(run.out()).isZero();
    if (!password.isEmpty()) {
      assertThat(verify("ann", password)).isZero();
    }
  }
}
