package dev.muster.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.muster.app.cli.session.ExitStatus;
import dev.muster.app.store.Damage;
import dev.muster.app.store.DirectoryInvariants;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code muster db check} says of directories that imports made, and that were damaged. */
class DbCheckTest {

  /** More than one chunk takes. */
  private static final int PEOPLE = 2_100;

  /** The addresses of directories of people, which nobody changes. */
  private static final Map<TestDatabases, String> PEOPLE_OF = new EnumMap<>(TestDatabases.class);

  @TempDir private static Path shared;
  @TempDir Path folder;

  static Stream<Arguments> damages() {
    return Arrays.stream(TestDatabases.values())
        .flatMap(backing -> Arrays.stream(Damage.values()).map(kind -> arguments(backing, kind)));
  }

  @ParameterizedTest
  @MethodSource("damages")
  void everyKindOfDamageIsFoundAndNothingElse(TestDatabases backing, Damage kind) throws Exception {
    String address = directoryOfPeople(backing);
    Harm harm = harm(kind, backing);
    backing.execute(address, harm.sql().toArray(String[]::new));
    Run run = Run.of(folder, "db", "check", "--json", "--db", address);

    assertThat(run.status()).isEqualTo(ExitStatus.PROBLEMS);
    assertThat(codes(run.document()))
        .isEqualTo(harm.found().stream().map(Damage::wireName).collect(Collectors.toSet()));
    String text = Run.of(folder, "db", "check", "--db", address).out();
    assertThat(text).contains("damaged", kind.wireName() + ": " + kind.meaning());
    assertThat(text + run.out()).doesNotContain("@example.com", "{broken", "person1");
  }

  /** A way to do each kind of damage to a directory of people, and all that it brings about. */
  private static Harm harm(Damage kind, TestDatabases backing) {
    return switch (kind) {
      case UNREADABLE_USER ->
          new Harm(Set.of(kind), "UPDATE users SET profile = '{broken' WHERE id = 1");
      case NUMBER_NOT_GIVEN_OUT -> new Harm(Set.of(kind), "UPDATE directory SET next_user = 2000");
      case MISSING_KEY -> new Harm(Set.of(kind), "DELETE FROM login_keys WHERE user_id = 1");
      case STRAY_KEY ->
          new Harm(
              Set.of(kind),
              "INSERT INTO login_keys (key_high, key_low, scope, realm, user_id)"
                  + " VALUES (1, 2, 1, 1, 1)");
      case SHARED_KEY ->
          new Harm(
              Set.of(kind),
              "CREATE TABLE unguarded AS SELECT * FROM login_keys",
              "DROP TABLE login_keys",
              "ALTER TABLE unguarded RENAME TO login_keys",
              "UPDATE users SET username = (SELECT username FROM users WHERE id = 1),"
                  + " email = (SELECT email FROM users WHERE id = 1) WHERE id = 2",
              "DELETE FROM login_keys WHERE user_id = 2",
              "INSERT INTO login_keys (key_high, key_low, scope, realm, user_id)"
                  + " SELECT key_high, key_low, scope, realm, 2 FROM login_keys WHERE user_id = 1");
      case ORPHAN_KEY ->
          new Harm(Set.of(kind, Damage.MISSING_USER), "DELETE FROM users WHERE id = 2");
      case UNKNOWN_REALM -> new Harm(Set.of(kind), "UPDATE jobs SET realm = 'elsewhere'");
      case UNKNOWN_ROLE -> new Harm(Set.of(kind), "DELETE FROM roles");
      case UNKNOWN_GROUP -> new Harm(Set.of(kind), "DELETE FROM groups");
      case UNKNOWN_IMPORT ->
          new Harm(
              Set.of(kind), backing.withoutForeignKey("job_chunks", "job"), "DELETE FROM jobs");
      case MISSING_INPUT ->
          new Harm(
              Set.of(kind),
              backing == TestDatabases.SQLITE
                  ? "INSERT INTO submissions (job, cancelled, failures)"
                      + " SELECT number, 0, 0 FROM jobs"
                  : "INSERT INTO submissions (job, parts, cancelled)"
                      + " SELECT number, 1, false FROM jobs",
              "UPDATE jobs SET state = 'interrupted'");
      case MISSING_CHUNK -> new Harm(Set.of(kind), "DELETE FROM job_chunks WHERE number = 0");
      case UNREADABLE_CHUNK ->
          new Harm(Set.of(kind), "UPDATE job_chunks SET results = 'damaged' WHERE number = 0");
      case MISPLACED_CHUNK ->
          new Harm(
              Set.of(kind, Damage.WRONG_TALLY),
              "UPDATE job_chunks SET (results, problems) ="
                  + " (SELECT other.results, other.problems FROM job_chunks AS other"
                  + " ORDER BY other.number DESC LIMIT 1)"
                  + " WHERE number = 0");
      case WRONG_TALLY -> new Harm(Set.of(kind), "UPDATE job_chunks SET changed = changed + 1");
      case MISSING_USER ->
          new Harm(
              Set.of(kind),
              "DELETE FROM login_keys WHERE user_id = 3",
              "DELETE FROM users WHERE id = 3");
    };
  }

  @ParameterizedTest
  @EnumSource(TestDatabases.class)
  void whatRealImportsLeaveIsClean(TestDatabases backing) throws Exception {
    String address = directoryOfPeople(backing);
    Run.file(
        folder, "again.ndjson", person(0, ", \"name\": \"Zero\""), person(7000, ""), "{broken");
    run(1, "import", "again.ndjson", "--identifier", "email", "--upsert", "--db", address);
    run(
        1,
        "import",
        "again.ndjson",
        "--identifier",
        "email",
        "--upsert",
        "--atomic",
        "--db",
        address);
    run(1, "import", "again.ndjson", "--identifier", "email", "--dry-run", "--db", address);
    Run.file(folder, "good.ndjson", person(8000, ""), person(8001, ""));
    run(
        0,
        "import",
        "good.ndjson",
        "--identifier",
        "email",
        "--upsert",
        "--atomic",
        "--db",
        address);
    run(0, "realms", "create", "partners", "--db", address);
    run(
        0,
        "import",
        "good.ndjson",
        "--identifier",
        "email",
        "--realm",
        "partners",
        "--db",
        address);
    Run.file(folder, "card.csv", "username key,email,badge", "person9000,p9000@example.com,17");
    Files.writeString(
        folder.resolve("muster.yml"),
        """
        attributes: [{name: badge, unique: global}]
        realms: {default: {unique: {email: none}}}
        """);
    run(0, "import", "card.csv", "--db", address);

    Run check = Run.of(folder, "db", "check", "--db", address);
    assertThat(check.out())
        .contains(
            ": clean: ", "7 imports with " + (backing == TestDatabases.SQLITE ? 9 : 8) + " chunks");
    assertThat(check.status()).isZero();
    DirectoryInvariants.assertHold(folder, address);
  }

  @ParameterizedTest
  @EnumSource(TestDatabases.class)
  void theFirstFewPlacesAreNamedAndTheRestCounted(TestDatabases backing) throws Exception {
    String address = directoryOfPeople(backing);
    backing.execute(address, "DELETE FROM login_keys WHERE user_id <= 10");
    Struct finding =
        (Struct) ((Value.Array) document(address, "check").get("findings")).items().get(0);

    assertThat(finding.get("count")).isEqualTo(new Value.Num("18"));
    assertThat(((Value.Array) finding.get("first")).items()).hasSize(5);
    assertThat(Run.of(folder, "db", "check", "--db", address).out())
        .containsPattern("  (e-mail|user name) of user [-0-9a-f]{36} \\(number \\d+\\)\n")
        .contains("  (18 in all)");
  }

  @ParameterizedTest
  @EnumSource(TestDatabases.class)
  void lastChunksThatAreGoneAreMissedToo(TestDatabases backing) throws Exception {
    String address = directoryOfPeople(backing);
    backing.execute(
        address, "DELETE FROM job_chunks WHERE number = (SELECT max(number) FROM job_chunks)");
    assertThat(codes(document(address, "check"))).containsExactly("missing_chunk");
    backing.execute(address, "UPDATE jobs SET state = 'interrupted'");
    assertThat(codes(document(address, "check"))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(TestDatabases.class)
  void aKeyInTheWrongScopeIsMissingInTheRightOne(TestDatabases backing) throws Exception {
    String address = directoryOfPeople(backing);
    backing.execute(address, "UPDATE login_keys SET scope = 0 WHERE user_id = 1");
    assertThat(codes(document(address, "check")))
        .containsExactlyInAnyOrder("missing_key", "stray_key");
  }

  @ParameterizedTest
  @EnumSource(TestDatabases.class)
  void aUserWithoutRealmIsFound(TestDatabases backing) throws Exception {
    String address = directoryOfPeople(backing);
    backing.execute(address, "UPDATE users SET realm = 9 WHERE id = 1");
    assertThat(codes(document(address, "check"))).contains("unknown_realm");
  }

  /** As after a restore of the file alone. */
  @Test
  void anInputThatTheFolderBesideTheFileLacksIsMissed() throws Exception {
    String address = TestDatabases.SQLITE.emptyDirectory(folder);
    Run.file(folder, "new.ndjson", person(1, ""));
    run(0, "import", "new.ndjson", "--identifier", "email", "--submit", "--db", address);
    assertThat(codes(document(address, "check"))).isEmpty();
    Path inputs = folder.resolve("muster.db-inputs");
    Files.move(inputs, folder.resolve("elsewhere"));
    assertThat(codes(document(address, "check"))).containsExactly("missing_input");
    TestDatabases.SQLITE.execute(address, "UPDATE jobs SET state = 'cancelled'");
    assertThat(codes(document(address, "check"))).isEmpty();
  }

  /** A copy of a directory in which two users in a hundred have a role and a group. */
  private String directoryOfPeople(TestDatabases backing) throws Exception {
    String known = PEOPLE_OF.get(backing);
    if (known == null) {
      known = made(backing, Files.createDirectory(shared.resolve(backing.name())));
      PEOPLE_OF.put(backing, known);
    }
    return backing.copy(known, folder);
  }

  private static String made(TestDatabases backing, Path folder) throws Exception {
    String address = backing.emptyDirectory(folder);
    run(folder, 0, "roles", "create", "editor", "--db", address);
    run(folder, 0, "groups", "create", "staff", "--db", address);
    List<String> people = new ArrayList<>();
    for (int i = 0; i < PEOPLE; i++) {
      people.add(
          switch (i % 100) {
            case 5 -> "{\"email\": \"nobody" + i + "\"}";
            case 6, 7 -> person(i, ", \"roles\": [\"editor\"], \"groups\": [\"staff\"]");
            default -> person(i, "");
          });
    }
    Files.write(folder.resolve("people.ndjson"), people);
    run(folder, 1, "import", "people.ndjson", "--identifier", "email", "--db", address);
    return address;
  }

  private static String person(int number, String rest) {
    return String.format(
        "{\"email\": \"person%d@example.com\", \"preferred_username\": \"person%d\"%s}",
        number, number, rest);
  }

  private void run(int status, String... arguments) {
    run(folder, status, arguments);
  }

  private static void run(Path folder, int status, String... arguments) {
    Run run = Run.of(folder, arguments);
    assertThat(run.status()).as(run.err()).isEqualTo(status);
  }

  private Struct document(String address, String command) {
    return Run.of(folder, "db", command, "--json", "--db", address).document();
  }

  private static Set<String> codes(Struct document) {
    Set<String> codes = new TreeSet<>();
    for (Value finding : ((Value.Array) document.get("findings")).items()) {
      codes.add(String.valueOf(((Struct) finding).text("code")));
    }
    assertThat(document.get("clean")).isEqualTo(Value.of(codes.isEmpty()));
    return codes;
  }

  /**
   * Damage that was done.
   *
   * @param found all kinds that the check must name
   */
  private record Harm(Set<Damage> found, List<String> sql) {

    Harm(Set<Damage> found, String... sql) {
      this(found, List.of(sql));
    }
  }
}
