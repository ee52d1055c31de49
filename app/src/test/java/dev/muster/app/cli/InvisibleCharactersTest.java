package dev.muster.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Invisible characters in login ids are kept, warned about and shown. */
class InvisibleCharactersTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "200b, 'U+200B, zero width space'",
    "feff, 'U+FEFF, zero width no-break space'",
    "00ad, 'U+00AD, soft hyphen'",
    "200e, 'U+200E, left-to-right mark'",
    "202e, 'U+202E, right-to-left override'",
    "2060, 'U+2060, word joiner'"
  })
  void theyAreWarnedAbout(String code, String name) throws Exception {
    String login = "an" + (char) Integer.parseInt(code, 16) + "n";
    Run.file(folder, "a.csv", "username key,email", login + ",ann@example.org");

    Run run = Run.of(folder, "import", "a.csv", "--diff");

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("the invisible character " + name + ", is kept in")
        .contains("+ username  \"an\\u" + code + "n\"")
        .doesNotContain(login);
  }

  @Test
  void everyFormatWarns() throws Exception {
    String name = "an\u200bn";
    Run.file(folder, "a.csv", "username key,email", name + ",a@example.org");
    Run.file(folder, "b.ndjson", "{\"email\":\"" + name + "@example.com\"}", "");
    Run.file(folder, "c.json", "[{\"email\":\"" + name + "@example.net\"}]");
    Run.file(folder, "d.json", "{\"users\":{\"" + name + "x\":{}}}");

    for (String file : new String[] {"a.csv", "b.ndjson", "c.json", "d.json"}) {
      String[] words =
          file.equals("b.ndjson")
              ? new String[] {"import", file, "--identifier", "email"}
              : new String[] {"import", file};
      Run run = Run.of(folder, words);
      assertThat(run.status()).as(file + run.err()).isZero();
      assertThat(run.out())
          .as(file)
          .contains("U+200B, zero width space, is kept in \"an\\u200bn")
          .doesNotContain("\u200b");
    }
  }

  @Test
  void examplesOfProblemsShowThem() throws Exception {
    Run.file(folder, "a.csv", "username key,email", "ada,no\u200baddress");

    assertThat(Run.of(folder, "import", "a.csv").out())
        .contains("It has the invisible character U+200B, zero width space.")
        .contains("For example \"no\\u200baddress\"");
  }
}
