package dev.muster.app.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.cli.session.ExitStatus;
import dev.muster.app.store.DirectoryInvariants;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --missing}, from the command line to the directory. */
class MissingUsersTest {

  /** The commands that change a directory, which has to be valid afterwards. */
  private static final Set<String> WRITING = Set.of("import", "imports");

  @TempDir private Path folder;
  private String address = "";

  private void begin(TestDatabases backing) {
    address = backing.emptyDirectory(folder);
  }

  private Run muster(String... words) {
    Run run =
        Run.of(
            folder,
            Stream.concat(Arrays.stream(words), Stream.of("--db", address)).toArray(String[]::new));
    if (WRITING.contains(words[0])) {
      DirectoryInvariants.assertHold(folder, address);
    }
    return run;
  }

  private Run ok(String... words) {
    Run run = muster(words);
    assertThat(run.status()).as(run.err() + run.out()).isZero();
    return run;
  }

  /** Writes a table of people, by the local parts of their addresses. */
  private void table(String name, List<String> people) throws Exception {
    List<String> lines = new ArrayList<>(List.of("email key,first_name"));
    people.forEach(person -> lines.add(person + "@example.com," + person));
    Run.file(folder, name, lines.toArray(String[]::new));
  }

  private static List<String> people(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> "p" + i).toList();
  }

  /** All users, as {@code users list --json} shows them, without times. */
  private List<String> users() {
    return ok("users", "list", "--json")
        .out()
        .lines()
        .map(line -> line.replaceAll("\"(created|updated)_at\":\"[^\"]*\"", ""))
        .toList();
  }

  private boolean disabled(String person) {
    Struct user = ok("users", "show", person + "@example.com", "--json").document();
    return Value.TRUE.equals(user.get("disabled"));
  }

  private int journalled(String action) {
    return (int) ok("journal", "--action", action, "--json").out().lines().count();
  }

  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest
  @EnumSource
  void usersWhoAreNotInTheInputAreDisabled(TestDatabases backing) throws Exception {
    begin(backing);
    table("all.csv", people(0, 40));
    table("now.csv", people(2, 45));
    ok("import", "all.csv");

    Run run = ok("import", "now.csv", "--missing", "disable");

    assertThat(run.out())
        .contains(
            "2 of 40 users of the realm who may log in are not in the input and were disabled.",
            "    p0@example.com",
            "    p1@example.com")
        .doesNotContain("p2@example.com");
    assertThat(disabled("p0")).isTrue();
    assertThat(disabled("p1")).isTrue();
    assertThat(disabled("p2")).isFalse();
    assertThat(disabled("p44")).isFalse();
    assertThat(journalled("user.disabled")).isEqualTo(2);
    assertThat(ok("journal", "--action", "import.finished", "--json").out())
        .contains("\"missing\":{\"action\":\"disable\",\"limit\":\"5%\",\"count\":2,\"of\":40,");

    Run again = ok("import", "now.csv", "--missing", "disable");
    assertThat(again.out())
        .contains(
            "0 of 43 users of the realm who may log in are not in the input.",
            "2 more were disabled before and are not counted.");
    assertThat(journalled("user.disabled")).isEqualTo(2);
  }

  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest
  @EnumSource
  void usersWhoAreNotInTheInputAreDeleted(TestDatabases backing) throws Exception {
    begin(backing);
    table("all.csv", people(0, 40));
    table("now.csv", people(2, 40));
    ok("import", "all.csv");

    Struct document =
        ok("import", "now.csv", "--missing", "delete", "--json", "--report", "r.ndjson").document();

    Struct missing = (Struct) document.get("missing");
    assertThat(missing.text("action")).isEqualTo("delete");
    assertThat(missing.get("count")).isEqualTo(Value.of(2));
    assertThat(missing.get("of")).isEqualTo(Value.of(40));
    assertThat(logins(missing)).containsExactly("p0@example.com", "p1@example.com");
    assertThat(ok("users", "count").out()).isEqualTo("38\n");
    assertThat(muster("users", "show", "p0@example.com").status()).isEqualTo(ExitStatus.PROBLEMS);
    assertThat(journalled("user.deleted")).isEqualTo(2);
    assertThat(Files.readAllLines(folder.resolve("r.ndjson")))
        .hasSize(40)
        .filteredOn(line -> line.startsWith("{\"outcome\":\"missing\""))
        .hasSize(2);

    String id = String.valueOf(document.text("id"));
    assertThat(ok("imports", "missing", id).out().lines()).hasSize(2);
    assertThat(ok("imports", "show", id).out())
        .contains("2 of 40 users of the realm are not in the input and were deleted.");
    assertThat(ok("imports", "show", id, "--json").document().get("missing")).isEqualTo(missing);
    assertThat(ok("imports", "report", id, "r.csv").out()).contains("r.csv");
    assertThat(Files.readString(folder.resolve("r.csv")))
        .contains(",,missing,", "p0@example.com is missing from the input");

    ok("imports", "delete", id);
    assertThat(rows(backing, "job_missing") + rows(backing, "job_missing_users")).isZero();
    assertThat(muster("imports", "missing", id).status()).isEqualTo(ExitStatus.REFUSED);
  }

  private long rows(TestDatabases backing, String table) throws Exception {
    try (Connection connection = backing.connect(address);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + table)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static List<String> logins(Struct missing) {
    return ((Value.Array) requireNonNull(missing.get("users")))
        .items().stream().map(user -> String.valueOf(((Struct) user).text("login"))).toList();
  }

  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest
  @CsvSource({"SQLITE, disable", "SQLITE, delete", "POSTGRESQL, disable", "POSTGRESQL, delete"})
  void aboveTheLimitTheDirectoryStaysAsItIs(TestDatabases backing, String action) throws Exception {
    begin(backing);
    table("all.csv", people(0, 40));
    table("now.csv", people(3, 50));
    ok("import", "all.csv");
    List<String> before = users();

    Run run = muster("import", "now.csv", "--missing", action);

    assertThat(run.status()).isEqualTo(ExitStatus.REFUSED);
    assertThat(run.out())
        .contains(
            "Not imported",
            "3 of 40 users",
            "more than the limit of 5%, so nothing was imported.",
            "The input has 47 records, which would create 10 users.",
            "--missing-limit 3");
    assertThat(users()).isEqualTo(before);
    assertThat(journalled("user.disabled") + journalled("user.deleted")).isZero();

    Run dry = muster("import", "now.csv", "--missing", action, "--dry-run");
    assertThat(dry.status()).isEqualTo(ExitStatus.REFUSED);
    assertThat(dry.out()).contains("3 of 40 users").contains("so nothing would be imported.");

    String limit = "--missing-limit";
    assertThat(ok("import", "now.csv", "--missing", action, limit, "3", "--dry-run").out())
        .contains("Next: the same command without --dry-run");
    assertThat(ok("import", "now.csv", "--missing", action, limit, "3").out())
        .contains("3 of 40 users");
  }

  /** The column that identifies users holds something else, so that nobody is found. */
  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest
  @EnumSource
  void aWrongKeyColumnIsRefusedWithTheNumbersThatShowIt(TestDatabases backing) throws Exception {
    begin(backing);
    table("all.csv", people(0, 30));
    ok("import", "all.csv");
    List<String> before = users();
    List<String> lines = new ArrayList<>(List.of("username key,email"));
    people(0, 30).forEach(person -> lines.add(person + "," + person + "@example.org"));
    Run.file(folder, "now.csv", lines.toArray(String[]::new));

    Run run = muster("import", "now.csv", "--missing", "delete", "--json");

    assertThat(run.status()).isEqualTo(ExitStatus.REFUSED);
    Struct missing = (Struct) run.document().get("missing");
    assertThat(missing.get("count")).isEqualTo(Value.of(30));
    assertThat(missing.get("of")).isEqualTo(Value.of(30));
    assertThat(missing.get("created")).isEqualTo(Value.of(30));
    assertThat(missing.get("refused")).isEqualTo(Value.TRUE);
    assertThat(run.document().text("status")).isEqualTo("failed");
    assertThat(users()).isEqualTo(before);
  }

  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest
  @EnumSource
  void anInputWithoutRecordsIsRefusedWhateverTheLimit(TestDatabases backing) throws Exception {
    begin(backing);
    table("all.csv", people(0, 3));
    ok("import", "all.csv");
    List<String> before = users();
    table("header.csv", List.of());
    Files.write(folder.resolve("empty.csv"), new byte[0]);

    for (String file : List.of("header.csv", "empty.csv")) {
      Run run =
          muster(
              "import", file, "--format", "csv", "--missing", "delete", "--missing-limit", "100%");
      assertThat(run.status()).as(file).isEqualTo(ExitStatus.REFUSED);
      assertThat(users()).as(file).isEqualTo(before);
    }
    Run run = muster("import", "header.csv", "--missing", "delete", "--missing-limit", "100%");
    assertThat(run.out()).contains("the input has no records, so nothing was imported.");
  }

  /** Who is missing is not known, because the failed record may be about anybody. */
  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest
  @EnumSource
  void nobodyIsMissingWhileRecordsFail(TestDatabases backing) throws Exception {
    begin(backing);
    table("all.csv", people(0, 40));
    ok("import", "all.csv");
    List<String> before = users();
    List<String> now = new ArrayList<>(people(1, 39));
    now.add("p39@wrong@");
    table("now.csv", now);

    Run run = muster("import", "now.csv", "--missing", "disable");

    assertThat(run.status()).isEqualTo(ExitStatus.PROBLEMS);
    assertThat(users()).isEqualTo(before);
    assertThat(run.out()).contains("1 record failed").doesNotContain("Missing users");
  }

  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest
  @EnumSource
  void aReportChangesNobody(TestDatabases backing) throws Exception {
    begin(backing);
    table("all.csv", people(0, 10));
    ok("import", "all.csv");
    table("now.csv", people(5, 12));

    Run run = ok("import", "now.csv", "--missing", "report");

    assertThat(run.out())
        .contains(
            "5 of 10 users of the realm who may log in are not in the input.",
            "That is more than the limit of 5%");
    assertThat(disabled("p0")).isFalse();
    assertThat(ok("users", "count").out()).isEqualTo("12\n");

    table("wrong.csv", List.of("p0", "p1@wrong@"));
    assertThat(muster("import", "wrong.csv", "--missing", "report").out())
        .contains("11 of 12 users", "Users of the 1 failed record may be among them.");
  }

  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest
  @CsvSource({"SQLITE, disable", "SQLITE, delete", "POSTGRESQL, report", "POSTGRESQL, delete"})
  void aDryRunTellsWhatTheImportDoes(TestDatabases backing, String action) throws Exception {
    begin(backing);
    table("all.csv", people(0, 60));
    table("now.csv", people(27, 70));
    ok("import", "all.csv");
    List<String> before = users();
    List<String> words =
        List.of("import", "now.csv", "--missing", action, "--missing-limit", "50%", "--json");

    Struct dry =
        ok(Stream.concat(words.stream(), Stream.of("--dry-run")).toArray(String[]::new)).document();
    assertThat(users()).isEqualTo(before);
    Struct real = ok(words.toArray(String[]::new)).document();

    assertThat(dry.get("missing")).isEqualTo(real.get("missing"));
    assertThat(dry.get("summary")).isEqualTo(real.get("summary"));
    String id = String.valueOf(dry.text("id"));
    assertThat(ok("imports", "missing", id).out().lines()).hasSize(27);
    assertThat(ok("imports", "show", id).out())
        .contains("    and 7 more; all of them: muster imports missing " + id);
  }

  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest
  @EnumSource
  void onlyThoseWhoCameFromASourceAreLookedAt(TestDatabases backing) throws Exception {
    begin(backing);
    table("others.csv", List.of("guest", "admin"));
    ok("import", "others.csv");
    Run.file(folder, "hr.csv", sources("hr", 0, 10));
    Run.file(folder, "school.csv", sources("school", 20, 25));
    ok("import", "hr.csv");
    ok("import", "school.csv");
    Run.file(folder, "now.csv", sources("hr", 1, 12));

    Run run =
        ok(
            "import",
            "now.csv",
            "--missing",
            "delete",
            "--missing-limit",
            "1",
            "--missing-among",
            "source=hr");

    assertThat(run.out()).contains("1 of 10 users from source hr is not in the input and was");
    assertThat(ok("users", "count").out()).isEqualTo("18\n");
    assertThat(muster("users", "show", "hr:0").status()).isEqualTo(ExitStatus.PROBLEMS);
    assertThat(disabled("guest")).isFalse();
    assertThat(ok("import", "now.csv", "--missing", "delete", "--missing-among", "source=HR").out())
        .contains("Nobody could be missing: there were no users from source HR");
  }

  private static String[] sources(String source, int from, int to) {
    return Stream.concat(
            Stream.of("_source_name,_source_id,email"),
            IntStream.range(from, to)
                .mapToObj(i -> source + "," + i + "," + source + i + "@example.com"))
        .toArray(String[]::new);
  }

  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest
  @ValueSource(strings = {"role", "group"})
  void onlyThoseWithARoleOrGroupAreLookedAt(String kind) throws Exception {
    begin(TestDatabases.SQLITE);
    ok(kind + "s", "create", "staff");
    String member = kind.equals("role") ? "roles" : "groups";
    Run.file(
        folder,
        "all.ndjson",
        "{\"email\":\"a@example.com\",\"" + member + "\":[\"staff\"]}",
        "{\"email\":\"b@example.com\",\"" + member + "\":[\"staff\"]}",
        "{\"email\":\"c@example.com\"}");
    ok("import", "all.ndjson", "--identifier", "email", "--format", "authgear");
    Run.file(folder, "now.ndjson", "{\"email\":\"a@example.com\"}");

    Run run =
        ok(
            "import",
            "now.ndjson",
            "--format",
            "authgear",
            "--identifier",
            "email",
            "--upsert",
            "--missing",
            "disable",
            "--missing-limit",
            "1",
            "--missing-among",
            kind + "=staff");

    assertThat(run.out())
        .contains("1 of 2 users " + (kind.equals("role") ? "with role" : "in group"));
    assertThat(disabled("b")).isTrue();
    assertThat(disabled("c")).isFalse();
    Run unknown =
        muster(
            "import",
            "now.ndjson",
            "--identifier",
            "email",
            "--missing",
            "disable",
            "--missing-among",
            kind + "=stuff");
    assertThat(unknown.status()).isEqualTo(ExitStatus.REFUSED);
    assertThat(unknown.err()).contains("there is no " + kind + " stuff in realm default");
  }

  @Execution(ExecutionMode.CONCURRENT)
  @Test
  void usersOfOtherRealmsAreNotMissing() throws Exception {
    begin(TestDatabases.SQLITE);
    ok("realms", "create", "other");
    table("all.csv", people(0, 5));
    ok("import", "all.csv", "--realm", "other");
    ok("import", "all.csv");
    table("now.csv", people(1, 5));

    ok("import", "now.csv", "--missing", "delete", "--missing-limit", "1");

    assertThat(ok("users", "count", "--realm", "other").out()).isEqualTo("5\n");
    assertThat(ok("users", "count", "--realm", "default").out()).isEqualTo("4\n");
  }

  /** They are recognised by their fingerprints, without being parsed. */
  @Execution(ExecutionMode.CONCURRENT)
  @Test
  void unchangedAndSkippedUsersAreNotMissing() throws Exception {
    begin(TestDatabases.SQLITE);
    Run.file(
        folder,
        "all.ndjson",
        IntStream.range(0, 20)
            .mapToObj(i -> "{\"email\":\"p" + i + "@example.com\",\"name\":\"n\"}")
            .toArray(String[]::new));
    for (String update : List.of("--upsert", "--upsert", "--no-upsert")) {
      Run run = ok("import", "all.ndjson", "--identifier", "email", update, "--missing", "delete");
      assertThat(run.out()).contains("not in the input");
      assertThat(ok("users", "count").out()).isEqualTo("20\n");
    }
  }

  @Execution(ExecutionMode.CONCURRENT)
  @Test
  void theOptionsSayWhatTheyTake() throws Exception {
    begin(TestDatabases.SQLITE);
    table("now.csv", people(0, 2));
    ok("import", "now.csv");
    assertRefused("--missing is one of report, disable, delete, not drop", "--missing", "drop");
    assertRefused("--missing-limit needs --missing", "--missing-limit", "5%");
    assertRefused("--missing-among needs --missing", "--missing-among", "role=a");
    assertRefused(
        "a percentage from 0% to 100%", "--missing", "disable", "--missing-limit", "120%");
    assertRefused(
        "source=NAME, role=KEY or group=KEY", "--missing", "disable", "--missing-among", "hr");
  }

  private void assertRefused(String message, String... options) {
    Run run =
        muster(
            Stream.concat(Stream.of("import", "now.csv"), Arrays.stream(options))
                .toArray(String[]::new));
    assertThat(run.status()).isEqualTo(ExitStatus.REFUSED);
    assertThat(run.err()).contains(message);
  }

  @Execution(ExecutionMode.CONCURRENT)
  @Test
  void aRestAuthDocumentIsRefused() throws Exception {
    begin(TestDatabases.SQLITE);
    Run.file(folder, "in.json", "{\"users\": {\"ann\": {}}}");
    Run run = muster("import", "in.json", "--format", "restauth", "--missing", "report");
    assertThat(run.status()).isEqualTo(ExitStatus.REFUSED);
    assertThat(run.err()).contains("missing users can't be looked for in a document of restauth");
  }
}
