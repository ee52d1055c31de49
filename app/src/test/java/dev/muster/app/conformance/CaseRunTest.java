package dev.muster.app.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.app.conformance.CommandLine.Ended;
import dev.muster.app.store.StoreKind;
import dev.muster.value.Struct;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That a case gives the program what it should, and fails when the program does not deliver. */
class CaseRunTest {

  @TempDir private Path folder;
  private final List<String> commands = new ArrayList<>();
  private final List<String> inputs = new ArrayList<>();
  private Ended answer = new Ended(0, "{}", "");

  private Optional<String> problemOfStep(String step) throws IOException {
    return problemOf("{\"name\": \"a case\", \"steps\": [" + step + "]}");
  }

  private Optional<String> problemOf(String document) throws IOException {
    ConformanceCase parsed = ConformanceCase.of((Struct) CaseJson.parse(document));
    return new CaseRun(parsed, this::answered, StoreKind.SQLITE, folder).firstProblem();
  }

  private Ended answered(
      List<String> arguments, byte[] input, Path where, Map<String, String> environment) {
    commands.add(String.join(" ", arguments).replace(folder.toString(), "DIR"));
    inputs.add(new String(input, UTF_8));
    assertThat(where).isEqualTo(folder);
    assertThat(environment)
        .containsEntry("MUSTER_CONFIG", folder + "/muster.yml")
        .containsEntry("MUSTER_DB", "sqlite:" + folder + "/muster.db");
    return answer;
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " ~ ",
      quoteCharacter = '\0',
      value = {
        "{'import': {'format': 'csv', 'content': ''}, 'expect': {}}"
            + " ~ import DIR/input --format csv --json",
        "{'import': {'format': 'csv', 'content': '', 'args': ['--dry-run']}, 'realm': 'r',"
            + " 'expect': {}} ~ import DIR/input --format csv --json --realm r --dry-run",
        "{'restauth': {'content': {}, 'args': ['--gen-passwords']}, 'expect': {}}"
            + " ~ restauth-import --gen-passwords DIR/restauth.json",
        "{'show': 'ann', 'expect': {}} ~ users show ann --json",
        "{'show': 'ann', 'realm': 'r', 'expect': {}} ~ users show ann --json --realm r",
        "{'verify': ['ann', 'pw'], 'realm': 'r', 'expect': true}"
            + " ~ users verify ann --password-stdin --realm r",
        "{'group': 'g', 'service': 's', 'expect': {}} ~ groups show g --service s --json",
        "{'group': 'g', 'service': null, 'expect': {}} ~ groups show g --json",
        "{'service': 's', 'expect': {}} ~ services show s --json",
        "{'verify_service': ['s', 'pw'], 'expect': true} ~ services verify s --password-stdin",
        "{'roles': ['a']} ~ roles create a",
        "{'roles': [{'key': 'a', 'name': 'The A'}], 'realm': 'r'}"
            + " ~ roles create a --name The A --realm r",
        "{'groups': ['g']} ~ groups create g",
        "{'realms': ['r']} ~ realms create r",
      })
  void aStepIsOneCommand(String step, String command) throws IOException {
    assertThat(problemOfStep(step.replace('\'', '"'))).isEmpty();
    assertThat(commands).containsExactly(command);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " ~ ",
      quoteCharacter = '\0',
      value = {
        "{'import': {'format': 'csv', 'content': ''}, 'expect': {'exit': 0}}",
        "{'import': {'format': 'csv', 'content': ''}, 'expect': {'exit': 1, 'summary': {}}}",
        "{'restauth': {'raw': ''}, 'expect': {'exit': 0}}",
        "{'restauth': {'raw': ''}, 'expect': {'exit': 1, 'stdout': []}}",
        "{'restauth': {'raw': ''}, 'expect': {'exit': 1, 'stderr': ['another']}}",
        "{'show': 'ann', 'expect': {}}",
        "{'verify': ['ann', 'pw'], 'expect': true}",
        "{'count': 1}",
        "{'group': 'g', 'expect': {}}",
        "{'service': 's', 'expect': {}}",
        "{'verify_service': ['s', 'pw'], 'expect': true}",
        "{'roles': ['a']}",
        "{'groups': ['a']}",
        "{'realms': ['a']}",
        "{'frobnicate': 'a', 'expect': {}}",
      })
  void aProgramThatFailsFailsTheCase(String step) throws IOException {
    answer = new Ended(1, "[]", "a complaint");

    assertThat(problemOfStep(step.replace('\'', '"'))).isPresent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " ~ ",
      quoteCharacter = '\0',
      value = {
        "{'import': {'format': 'csv', 'content': ''}, 'expect': {'exit': 1}}",
        "{'import': {'format': 'csv', 'content': ''}, 'expect': {'status': 'completed'}}",
        "{'show': 'ann', 'expect': {'$absent': true}}",
        "{'show': 'ann', 'expect': {'email': 'a@example.com'}}",
        "{'verify': ['ann', 'pw'], 'expect': false}",
        "{'count': 1}",
        "{'group': 'g', 'expect': {'$absent': true}}",
        "{'verify_service': ['s', 'pw'], 'expect': false}",
      })
  void aProgramThatSucceedsWhereItShouldNotFailsTheCase(String step) throws IOException {
    assertThat(problemOfStep(step.replace('\'', '"'))).isPresent();
  }

  @Test
  void aCrashIsNotTakenForAbsence() throws IOException {
    answer = new Ended(3, "", "disk full");

    assertThat(problemOfStep("{\"show\": \"ann\", \"expect\": {\"$absent\": true}}"))
        .contains("step 0 show: expected exit 1 (absent), got exit 3: disk full ");
  }

  @Test
  void theFirstStepThatFailsEndsTheCase() throws IOException {
    answer = new Ended(0, "1", "");

    assertThat(problemOf("{\"name\": \"n\", \"steps\": [{\"count\": 1}, {\"count\": 2}, {}]}"))
        .contains("step 1 count: expected 2, got exit 0:  1");
    assertThat(commands).hasSize(2);
  }

  @Test
  void theInputIsWrittenInItsEncoding() throws IOException {
    problemOfStep(
        """
        {"import": {"format": "csv", "content": "é", "encoding": "cp1252"}, "expect": {}}
        """);

    assertThat(HexFormat.of().formatHex(Files.readAllBytes(folder.resolve("input"))))
        .isEqualTo("e9");
  }

  @Test
  void contentThatIsNoTextIsWrittenAsJson() throws IOException {
    problemOfStep(
        """
        {"import": {"format": "authgear", "content": {"é": [1.0, null]}}, "expect": {}}
        """);

    assertThat(folder.resolve("input")).hasContent("{\"é\":[1.0,null]}");
  }

  @Test
  void anUnknownEncodingFailsTheCase() {
    assertThatThrownBy(
            () ->
                problemOfStep(
                    """
                    {"import": {"format": "csv", "content": "", "encoding": "x"}, "expect": {}}
                    """))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void textThatItsEncodingLacksFailsTheCase() {
    assertThatThrownBy(
            () ->
                problemOfStep(
                    """
                    {"import": {"format": "csv", "content": "é", "encoding": "ascii"},
                     "expect": {}}
                    """))
        .isInstanceOf(CharacterCodingException.class);
  }

  @Test
  void thePasswordGoesInAsItIs() throws IOException {
    problemOfStep("{\"verify\": [\"ann\", \"sécret \"], \"expect\": true}");

    assertThat(inputs).containsExactly("sécret ");
  }

  @Test
  void theConfigurationIsWrittenAsAsciiJson() throws IOException {
    problemOf("{\"name\": \"n\", \"config\": {\"label\": \"Téléphone\"}, \"steps\": []}");

    assertThat(folder.resolve("muster.yml")).hasContent("{\"label\":\"T\\u00e9l\\u00e9phone\"}");
  }
}
