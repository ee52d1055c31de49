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
  void idsAndKeysOfEveryKindAreLookedAt() throws Exception {
    Run.file(folder, "muster.yml", "attributes: [{name: badge, kind: string}]");
    Run.file(folder, "a.csv", "_source_name,_source_id,email", "hr,10\u200b01,a@example.org");
    Run.file(folder, "b.csv", "badge key,email", "10\u00ad02,b@example.org");
    Run.file(folder, "c.csv", "email key,badge unique", "c@example.org,10\u00a003");
    Run.file(folder, "d.json", "[{\"user_id\":\"10\u200f04\",\"email\":\"d@example.org\"}]");
    Run.file(folder, "e.csv", "email key,badge", "e@example.org,10\u200b05");

    assertThat(Run.of(folder, "import", "a.csv").out())
        .contains("(_source_id): the invisible character U+200B", "in \"10\\u200b01\"");
    assertThat(Run.of(folder, "import", "b.csv").out())
        .contains("(badge): the invisible character U+00AD", "in \"10\\u00ad02\"");
    assertThat(Run.of(folder, "import", "c.csv").out())
        .contains("(badge): the unusual blank U+00A0, no-break space, is kept in \"10\\u00a003\"");
    assertThat(Run.of(folder, "import", "d.json").out())
        .contains("user_id: the invisible character U+200F", "in \"10\\u200f04\"");
    assertThat(Run.of(folder, "import", "e.csv").out()).doesNotContain("Warnings");
  }

  @Test
  void blanksAtTheEndsOfCellsMeanNothingAndWrongCellsSayWhatTheyHave() throws Exception {
    Run.file(folder, "muster.yml", "attributes: [{name: staff_number, kind: integer}]");
    Run.file(
        folder,
        "a.csv",
        "username key,staff_number,_role_name",
        "\u00a0ann\u00a0,7,",
        "bob,\u200b8,",
        "cid,9,chef\u00a0de service");

    Run run = Run.of(folder, "import", "a.csv");

    assertThat(run.out())
        .contains(
            "Enter a whole number. It has the invisible character U+200B, zero width space.",
            "in the realm. It has the unusual blank U+00A0, no-break space.")
        .doesNotContain("(username)");
    assertThat(Run.of(folder, "users", "show", "ann").status()).isZero();
  }

  @Test
  void examplesOfProblemsShowThem() throws Exception {
    Run.file(folder, "a.csv", "username key,email", "ada,no\u200baddress");

    assertThat(Run.of(folder, "import", "a.csv").out())
        .contains("It has the invisible character U+200B, zero width space.")
        .contains("The value is \"no\\u200baddress\"");
  }
}
