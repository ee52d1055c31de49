package dev.muster.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Members of RestAuth documents that are ignored are warned about, and so are odd names. */
class RestAuthWarningsTest {

  private static final String DOCUMENT =
      """
      {"version": 2, "user": {"eve": {}},
       "services": {"wiki": {"host": ["192.0.2.1"]}},
       "users": {"ann": {"email": "ann@example.org", "password": "x"},
                 "bob": {"email": "bob@example.org"}},
       "groups": {"staff": {"service": "wiki", "users": ["ann"], "members": ["bob"],
                            "subgroups": [{"name": "all", "servce": "wiki"}]},
                  "all": {}}}""";

  @TempDir private Path folder;

  private void write(String document) throws IOException {
    Run.file(folder, "in.json", document);
  }

  private Run restAuth(String... arguments) {
    String[] all = new String[arguments.length + 2];
    all[0] = "restauth-import";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    all[all.length - 1] = "in.json";
    return Run.of(folder, all);
  }

  @Test
  void theSummaryCountsEachIgnoredMemberOnce() throws IOException {
    write(DOCUMENT);

    Run run = Run.of(folder, "import", "in.json");

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.err())
        .contains(
            "warning: the member \"version\" of the document is ignored: a document has only",
            "warning: the member \"user\" of the document is ignored: did you mean \"users\"?");
    assertThat(run.out())
        .contains(
            "the member \"host\" of the service is ignored: did you mean \"hosts\"?",
            "the member \"members\" of the group is ignored: a group has only \"service\",",
            "the member \"servce\" of the subgroup is ignored: did you mean \"service\"?")
        .containsOnlyOnce("the member \"email\" of the user is ignored: a user has only")
        .containsPattern("the member \"email\" .*\n    2 records, lines 3 and 4\n");
  }

  @Test
  void theJsonDocumentHasThemBesideTheirRecords() throws IOException {
    write(DOCUMENT);

    List<String> lines = Run.of(folder, "import", "in.json", "--json").out().lines().toList();

    assertThat(lines).hasSize(7); // the document itself, its five entries, the end
    assertThat(lines.get(0))
        .contains("\"input\":{\"format\":\"restauth\",\"encoding\":\"UTF-8\"}")
        .contains("\"warnings\":[{\"message\":\"the member \\\"version\\\"", "did you mean");
    assertThat(lines.get(1)).contains("\"warnings\":[{\"message\":\"the member \\\"host\\\"");
    assertThat(lines.get(3)).contains("\"warnings\":[{\"message\":\"the member \\\"email\\\"");
    assertThat(lines.get(4)).contains("the member \\\"members\\\"", "the member \\\"servce\\\"");
    assertThat(lines.get(5)).contains("\"all\"").doesNotContain("warnings");
  }

  @Test
  void restAuthsOwnCommandTellsThemOnStandardErrorOnly() throws IOException {
    write(DOCUMENT);

    Run run = restAuth();

    assertThat(run.status()).isZero();
    assertThat(run.out())
        .isEqualTo(
            """
            Services:
            * wiki: Added service with no password.
            Users:
            * ann: Set password from input data.
            Groups:
            * staff: created.
            * all: created.
            """);
    assertThat(run.err().lines())
        .hasSize(5)
        .allMatch(line -> line.startsWith("restauth-import: "))
        .anyMatch(line -> line.startsWith("restauth-import: service wiki: the member \"host\""))
        .anyMatch(line -> line.startsWith("restauth-import: user ann and 1 other: the member \"e"))
        .anyMatch(line -> line.contains("group staff: the member \"members\" of the group"))
        .anyMatch(line -> line.startsWith("restauth-import: the member \"user\" of the document"));
    assertThat(restAuth("--skip-existing-users").err()).doesNotContain("user ann");
  }

  @Test
  void itIsSilentAboutMembersOfTheDocumentThatAreLikeNoSection() throws Exception {
    write("{\"comment\": \"all users\", \"version\": 2, \"users\": {}}");

    assertThat(restAuth().err()).isEmpty();
    assertThat(Run.of(folder, "import", "in.json").err()).contains("\"comment\"", "\"version\"");
  }

  @Test
  void nothingElseIsPrintedWhereTheDocumentFails() throws IOException {
    write(DOCUMENT.replace("[\"ann\"]", "[\"zoe\"]"));

    assertThat(restAuth().err().lines())
        .containsExactly(
            "An error occured, rolling back transaction:",
            "UserNotFound: \"zoe\" is to be a member of the group \"staff\", and there is no such"
                + " user in the document or in the directory");
  }

  @Test
  void unknownServicesAndSubgroupsAreToldToBeNowhere() throws IOException {
    write("{\"groups\": {\"g\": {\"service\": \"wiki\"}}}");
    assertThat(restAuth().err())
        .contains("\nDoesNotExist: ", "there is no such service in the document or in the direct");
    write("{\"groups\": {\"g\": {\"subgroups\": [{\"name\": \"h\"}]}}}");
    assertThat(restAuth().err())
        .contains("\nGroupNotFound: ", "there is no such group in the document or in the direct");
  }

  @Test
  void documentsThatAreRightAreNotWarnedAbout() throws IOException {
    write("{\"users\": {\"ann\": {\"@reject-reason\": \"x\", \"properties\": {\"a\": \"b\"}}}}");

    assertThat(Run.of(folder, "import", "in.json", "--dry-run").out()).doesNotContain("Warnings");
    assertThat(restAuth().err()).isEmpty();
  }

  @Test
  void thousandsOfIgnoredMembersAreToldInFewLines() throws IOException {
    String users =
        IntStream.range(0, 3000)
            .mapToObj(i -> "\"u" + i + "\": {\"m" + i + "\": 1}")
            .collect(Collectors.joining(","));
    write("{\"users\": {" + users + "}}");

    assertThat(restAuth().err().lines()).hasSize(21).last().asString().endsWith("other warnings");
  }

  @Test
  void namesOfServicesAndGroupsWithInvisibleCharactersAreTold() throws IOException {
    write("{\"services\": {\"wi\u200bki\": {}}, \"groups\": {\"st\u00a0aff\": {}}}");

    assertThat(restAuth().err().lines())
        .containsExactly(
            "restauth-import: service wi\\u200bki: service name: the invisible character U+200B,"
                + " zero width space, is kept in \"wi\\u200bki\"",
            "restauth-import: group st\u00a0aff: group name: the unusual blank U+00A0, no-break"
                + " space, is kept in \"st\\u00a0aff\"");
  }
}
