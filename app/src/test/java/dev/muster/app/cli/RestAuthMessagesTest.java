package dev.muster.app.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code restauth-import} says where RestAuth's documentation is silent. */
class RestAuthMessagesTest {

  @TempDir private Path folder;

  private Run restAuth(String document, String... options) throws IOException {
    Run.file(folder, "in.json", document);
    String[] all = new String[options.length + 2];
    all[0] = "restauth-import";
    System.arraycopy(options, 0, all, 1, options.length);
    all[all.length - 1] = "in.json";
    return Run.of(folder, all);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'users': {'ann': 7} | user, line 1: 'ann' is of type int; a user is an object such as"
            + " {'password': …}",
        "'users': {'ann': {'properties': []}} | user ann, line 1: properties is of type list; it"
            + " must be an object such as {'email': 'ann@example.com'}",
        "'users': {'ann': {'properties': {'x': {}}}} | user ann, line 1: property 'x' is of type"
            + " dict; a property is a text or a number",
        "'services': {'wiki': []} | service wiki, line 1: service is of type list; it must be an"
            + " object such as {'hosts': ['127.0.0.1']}",
        "'services': {'wiki': {'hosts': '::1'}} | service wiki, line 1: hosts is of type str; it"
            + " must be a list such as ['127.0.0.1', '::1']",
        "'services': {'wiki': {'hosts': [1]}} | service wiki, line 1: host is of type int; it must"
            + " be a text such as '127.0.0.1'",
        "'groups': {'g': 1.5} | group g, line 1: group is of type float; it must be an object such"
            + " as {'users': []}",
        "'groups': {'g': {'users': 'ann'}} | group g, line 1: users is of type str; it must be a"
            + " list of users' names",
        "'groups': {'g': {'users': [true]}} | group g, line 1: member is of type bool; it must be a"
            + " user's name",
        "'groups': {'g': {'subgroups': {}}} | group g, line 1: subgroups is of type dict; it must"
            + " be a list such as [{'name': 'staff'}]",
        "'groups': {'g': {'subgroups': ['h']}} | group g, line 1: subgroup is of type str; it must"
            + " be an object such as {'name': 'staff'}",
        "'groups': {'g': {'service': []}} | group g, line 1: service is of type list; it must be a"
            + " text"
      },
      quoteCharacter = '`')
  void aValueOfAWrongTypeIsNamedWithWhatItMustBe(String entry, String message) throws IOException {
    Run run = restAuth("{" + entry.replace('\'', '"') + "}");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err().replace('"', '\'').lines())
        .containsExactly("An error occured, rolling back transaction:", "TypeError: " + message);
  }

  @Test
  void controlCharactersOfNamesAreEscapedSoThatNobodyForgesALine() throws IOException {
    String document =
"""
{"services": {"s\\nx": {}},
 "users": {"u\\n* root: created.\\u001b[2J": {"password": "x", "properties": {"k\\r": "1"}}},
 "groups": {"g\\tx\\u202e": {}}}""";

    assertThat(restAuth(document).out())
        .isEqualTo(
            """
            Services:
            * s\\nx: Added service with no password.
            Users:
            * u\\n* root: created.\\u001b[2j: Set password from input data.
            Groups:
            * g\\u0009x\\u202e: created.
            """);
    assertThat(restAuth(document).out())
        .contains("\nu\\n* root: created.\\u001b[2j: Property \"k\\u000d\" already exists.\n");
  }

  @Test
  void theHelpBeginsAsArgparsesDoes() throws IOException {
    Run run = restAuth("{\"users\": {\"ann\": {}}}", "-h");

    assertThat(run.status()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .startsWith("usage: restauth-import [-h] [--gen-passwords] [--gen-passwords-file FILE]\n")
        .contains("[--using ALIAS]\n", "--overwrite-passwords\n", "\nExit status:\n");
    assertThat(Run.of(folder, "users", "count").out()).isEqualTo("0\n");
  }

  @Test
  void aSwitchTakesNoValue() throws IOException {
    Run run = restAuth("{}", "--gen-passwords=yes");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err().lines())
        .last()
        .isEqualTo(
            "restauth-import: error: argument --gen-passwords: ignored explicit argument 'yes'");
  }

  @Test
  void aTextInAnotherEncodingHasNoColumn() throws IOException {
    Files.write(folder.resolve("latin.json"), "{\"users\": {\"Zoë\": {}}}".getBytes(ISO_8859_1));

    Run run = Run.of(folder, "restauth-import", "latin.json");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .contains("restauth-import: error: latin.json: Byte 15, on line 1, is not valid UTF-8. ");
  }
}
