package dev.muster.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts with users that are neither tables nor JSON of a known format: each is named. */
class ForeignTextsTest {

  @TempDir private Path folder;

  private Run run(String input, String... arguments) throws Exception {
    Files.write(folder.resolve("file"), input.getBytes(UTF_8));
    String[] all = new String[arguments.length + 2];
    all[0] = "import";
    all[1] = "file";
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    return Run.of(folder, all);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      quoteCharacter = '`',
      textBlock =
          """
          `<?php\n$users = array(array('id' => 1));\n`             @ is a PHP script
          `module.exports = [{email: "a"}];\n`                     @ is JavaScript, not JSON
          `var users = [{"email": "a"}];\n`                        @ is JavaScript, not JSON
          `export default [{}]`                                    @ is JavaScript, not JSON
          `callback([{"email": "a"}]);\n`                          @ is JavaScript, not JSON
          `users:\n  - email: a\n    name: Ann\n`                  @ is YAML
          `users:\n- email: a\n`                                   @ is YAML
          `---\n- email: a\n  name: Ann\n`                         @ is YAML
          `# all\n---\nann:\n  email: a\n`                         @ is YAML
          `- email: a\n- email: b\n`                               @ is YAML
          `[[users]]\nemail = "a"\n`                               @ is a file of settings
          `; all\n[ann]\nemail = a\n`                              @ is a file of settings
          `+----+\n| id |\n+----+\n`                               @ as a database client draws it
          ` id | login \n----+-------\n  1 | ann\n`                @ as a database client draws it
          `| email | name |\n|---|---|\n| a | Ann |\n`             @ has a line of hyphens
          `email|name\n-----|----\na|Ann\n`                        @ has a line of hyphens
          `From: a\nSubject: users\n\nemail,first_name\n`          @ is an e-mail message
          `Return-Path: <a>\n  x\nTo: b\n\n`                       @ is an e-mail message
          `uid: ann\nmail: a\ncn: Ann\n\nuid: bob\nmail: b\n`      @ is a list of lines such as
          `root:x:0:\nstaff:x:50:ann,bob\n`                       @ is a list of Unix groups
          `a:realm:0123456789abcdef0123456789abcdef\n`          @ is a file of htdigest
          `a:5:aad3b435b51404eeaad3b435b51404ee:8846f7eaee8fb117ad06bdd830b7586c:::\n` @ pwdump
          `realm: x\nusers:\n  - username: ann\n`                  @ is YAML
          `version https://git-lfs.github.com/spec/v1\noid sha256:4d\n` @ is a pointer of Git LFS
          `[InternetShortcut]\r\nURL=https://example.org/u.xlsx\r\n` @ is a link to a page
          `-----BEGIN PGP MESSAGE-----\n\nhQEMA\n`                  @ is encrypted: decrypt it
          `HTTP/1.1 200 OK\r\nContent-Type: text/csv\r\n\r\nemail`  @ the headers of an HTTP
          `curl: (6) Could not resolve host: example.org\n`         @ is the error message of a
          `ERROR 1045 (28000): Access denied for user 'root'\n`      @ is the error message of a
          `psql: error: connection to server failed\n`              @ is the error message of a
          `<<<<<<< HEAD\nemail\na\n=======\nemail\n>>>>>>> x\n`      @ marks of a conflict of Git
          `Ann Bell <ann>; Bob <bob>\n`                          @ as mail programs write it
          `Ann Bell <ann>\n`                                    @ as mail programs write it
          `NAME       MAIL\n---------- -----\nann        a\n`      @ as a program prints it
          `\r\nName  : Ann\r\nMail  : a\r\n`                     @ as a program prints it
          """)
  void areNamed(String text, String words) throws Exception {
    Run run = run(text.replace("<ann>", "<ann@example.org>").replace("<bob>", "<bob@example.org>"));

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("file ", words).doesNotContain("looks like csv");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      quoteCharacter = '`',
      textBlock =
          """
          `{"data":[{"mail":"a"}],"page":1}`                    @ jq -c '.data[]' /
          `{"all users":[{"mail":"a"}]}`                        @ jq -c '.["all users"][]' /
          `{"ann":{"mail":"a"},"bob":{"mail":"b"}}`             @ jq -c '.[]' /
          `{"schemas":[],"Resources":[{"userName":"a"}]}`       @ is a list of SCIM
          `[{"type":"header","version":"5"},{"type":"table"}]`  @ is an export of phpMyAdmin
          `[{"id":"1","profile":{}}]`   @ an array of objects with the members "id", "profile"
          `[["a","Ann"],["b","Bob"]]`                           @ an array of arrays (for a table
          `[{"model":"auth.user","pk":1,"fields":{}}]`          @ is an export of Django (dumpdata)
          `{"@odata.context":"https://x/","value":[{}]}`        @ is an answer of Microsoft Graph
          `{"type":"version","version":1}\n{"type":"user"}`     @ is a bulk export of Mattermost
          `{"url":"https://docs.google.com/x","doc_id":"1"}`    @ is a link to a document of Google
          `["a","b"]`                                           @ an array of texts
          `[1,2]`                                       @ an array of other things than users
          `[{}]`                                                @ an array of empty objects
          """)
  void documentsOfOtherShapesAreToldWithTheNextStep(String text, String words) throws Exception {
    Run run = run(text);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("file ", words);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "email|first_name\nann@example.org|--\n",
        "email\tfirst_name\nann@example.org\tfrom: x\nbob@example.org\tto: y\n",
        "username,email\nfrom: a,a@example.org\nto: b,b@example.org\n",
        "\"email\",\"first_name\"\n\"ann@example.org\",\"var x = [\"\n"
      })
  void tablesAreNotTakenForThem(String table) throws Exception {
    assertThat(run(table).status()).as(run(table).err()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "Zo\u00c3\u00ab, \u00c3\u00ab, \u00eb",
    "D\u00e2\u20ac\u2122Angelo, \u00e2\u20ac\u2122, \u2019",
    "Wa\u00c5\u201aensa, \u00c5\u201a, \u0142"
  })
  void textThatWasEncodedTwiceIsTold(String name, String shown, String meant) throws Exception {
    Run run = run("email,first_name\nann@example.org," + name + "\n");

    assertThat(run.status()).isZero();
    assertThat(run.err())
        .contains(
            "warning: The file seems to be encoded twice, as \"" + shown + "\" for \"" + meant,
            "iconv -f utf-8 -t windows-1252");
  }

  @ParameterizedTest
  @CsvSource({
    "Zo\u221a\u00b4, macintosh, \u00eb",
    "Jos\u251c\u00ae, cp850, \u00e9",
    "Jos\u251c\u2310, cp437, \u00e9"
  })
  void theCharacterSetThatItWasTakenForIsNamed(String name, String charset, String meant)
      throws Exception {
    Run run = run("email,first_name\nann@example.org," + name + "\n");

    assertThat(run.err())
        .contains("for \"" + meant + "\": an earlier program took UTF-8 for " + charset)
        .contains("iconv -f utf-8 -t " + charset + " ");
  }

  @Test
  void controlCharactersOfTheCharacterSetAreShownAsEscapes() throws Exception {
    assertThat(run("email,first_name\nann@example.org,\u00c5\u0081ukasz Zo\u00c3\u00ab\n").err())
        .contains("as \"\u00c5\\u0081\" for \"\u0141\"", "iconv -f utf-8 -t iso-8859-1 ");
  }

  @Test
  void base64IsNotTakenForAHeader() throws Exception {
    String text = "email,first_name\nann@example.org,Ann\n".repeat(4);
    String wrapped = Base64.getMimeEncoder().encodeToString(text.getBytes(UTF_8));

    assertThat(run(wrapped).err()).contains("seems to be base64: decode it with base64 -d ");
    assertThat(run("x".repeat(100_000)).err()).doesNotContain("base64");
  }

  @Test
  void theCommandThatMendsIsReadyToCopy() throws Exception {
    Run.file(folder, "my users.csv", "email,first_name", "ann@example.org,Zo\u00c3\u00ab");
    String file = "'" + folder.resolve("my users.csv") + "'";
    assertThat(Run.of(folder, "import", "my users.csv").err())
        .contains("mend it with: iconv -f utf-8 -t windows-1252 " + file + " > mended.csv\n");

    Run.file(folder, "my users.csv", "\ufeffemail,first_name", "ann@example.org,Zo\u00c3\u00ab");
    assertThat(Run.of(folder, "import", "my users.csv").err())
        .as("iconv would refuse the byte order mark")
        .contains("tail -c +4 " + file + " | iconv -f utf-8 -t windows-1252 > mended.csv\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"J\ufffdrg", "J\u00f6rg", "\u0141ukasz"})
  void whatNoConversionMendsIsToldWithoutOne(String other) throws Exception {
    Run run =
        run("email,first_name\nann@example.org,Zo\u00c3\u00ab\nbob@example.org," + other + "\n");

    assertThat(run.err())
        .contains("encoded twice", "no conversion mends it")
        .doesNotContain("iconv");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Zo\u00eb",
        "S\u00c3O JO\u00c3O",
        "\u00c2ngela",
        "\u00c5\u00e5",
        "\u0418\u0432\u0430\u043d",
        "\u592a\u90ce",
        "l\u2019\u00c9t\u00e9",
        "\u00abO\u00bb"
      })
  void otherTextIsNot(String name) throws Exception {
    assertThat(run("email,first_name\nann@example.org," + name + "\n").err())
        .doesNotContain("warning");
  }

  @Test
  void recordsWithCommasAfterThemAreToldSo() throws Exception {
    assertThat(
            run("{\"email\":\"a@b.cd\"},\n{\"email\":\"c@d.ef\"}\n", "--identifier", "email").out())
        .contains("a comma follows where a value is expected: remove it");
  }

  @Test
  void lostLettersAreTold() throws Exception {
    assertThat(run("email,first_name\nann@example.org,Zo\ufffd\n").err())
        .contains("warning: The file has U+FFFD, the replacement character, first on line 2")
        .contains("No conversion brings them back: export it again");
  }
}
