package dev.muster.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.cli.session.ExitStatus;
import dev.muster.app.json.JsonParser;
import dev.muster.app.json.JsonSyntax;
import dev.muster.app.store.DirectoryInvariants;
import dev.muster.app.store.Session;
import dev.muster.value.Struct;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code muster users list} and {@code count} with filters. */
class UsersSearchCommandTest {

  /** More than are compared one by one, so that searches index them first. */
  private static final int PEOPLE = 2_500;

  @TempDir Path folder;
  private String address = "";

  private void importPeople(TestDatabases backing) throws Exception {
    address = backing.emptyDirectory(folder);
    assertThat(run("roles", "create", "editor").status()).isZero();
    assertThat(run("groups", "create", "staff").status()).isZero();
    Run.file(
        folder,
        "first.ndjson",
        "{\"preferred_username\":\"ada\",\"name\":\"Ada Müller\",\"roles\":[\"editor\"],"
            + "\"groups\":[\"staff\"]}",
        "{\"preferred_username\":\"adam\",\"name\":\"Adam Smith\",\"disabled\":true}",
        "{\"preferred_username\":\"bob\",\"family_name\":\"MÜLLER\",\"groups\":[\"staff\"]}");
    String[] more = new String[PEOPLE];
    Arrays.setAll(more, i -> "{\"preferred_username\":\"person" + i + "\"}");
    Run.file(folder, "more.ndjson", more);
    for (String file : List.of("first.ndjson", "more.ndjson")) {
      Run run = run("import", file, "--identifier", "preferred_username");
      assertThat(run.status()).as(run.out() + run.err()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void eachFilterSelectsItsUsers(TestDatabases backing) throws Exception {
    importPeople(backing);
    assertThat(names("--login", "AD")).containsExactly("ada", "adam");
    assertThat(names("--name", "müller")).containsExactly("ada", "bob");
    assertThat(names("--role", "editor")).containsExactly("ada");
    assertThat(names("--group", "staff")).containsExactly("ada", "bob");
    assertThat(names("--group", "staff", "--realm", "default", "--login", "b"))
        .containsExactly("bob");
    assertThat(names("--state", "disabled")).containsExactly("adam");
    assertThat(names("--state", "enabled", "--limit", "2")).containsExactly("ada", "bob");
    assertThat(names("--external-id", "hr:1")).isEmpty();
    assertThat(names("--import", firstImport())).containsExactly("ada", "adam", "bob");
    assertThat(names("--import", firstImport(), "--name", "smith")).containsExactly("adam");
    assertThat(run("users", "count", "--login", "person").out()).isEqualTo(PEOPLE + "\n");
    assertThat(run("users", "count", "--group", "staff", "--json").out())
        .isEqualTo("{\"count\":2}\n");
    try (Session store = backing.open(address)) {
      assertThat(store.users().unindexed()).as("searches index the users").isZero();
    }
    DirectoryInvariants.assertHold(folder, address);
  }

  private String firstImport() {
    List<String> lines = run("imports", "list", "--json").out().lines().toList();
    return document(lines.get(1)).text("id");
  }

  @ParameterizedTest
  @EnumSource
  void aListGoesOnAfterTheLastIdOfTheOneBefore(TestDatabases backing) throws Exception {
    importPeople(backing);
    List<String> found = new ArrayList<>();
    List<Struct> page = list("--login", "person1", "--limit", "100");
    while (!page.isEmpty()) {
      assertThat(page.size()).isLessThanOrEqualTo(100);
      page.forEach(user -> found.add(user.text("username")));
      String last = page.get(page.size() - 1).text("id");
      page = list("--login", "person1", "--limit", "100", "--after", last);
    }
    assertThat(found)
        .isEqualTo(
            Stream.iterate(0, i -> i < PEOPLE, i -> i + 1)
                .map(i -> "person" + i)
                .filter(name -> name.startsWith("person1"))
                .toList());
    assertThat(run("users", "list", "--limit", "3").out().lines()).hasSize(3);
    assertThat(run("users", "list", "--limit", "1", "--login", "bob").out().lines()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void whatDoesNotExistIsAUsageError(TestDatabases backing) throws Exception {
    importPeople(backing);
    assertRefused("there is no realm", "--realm", "elsewhere");
    assertRefused("there is no role edtior", "--role", "edtior");
    assertRefused(
        "there is no group staf in realm default", "--group", "staf", "--realm", "default");
    assertRefused("there is no import imp_nothing", "--import", "imp_nothing");
    assertRefused("there is no state 'on'; there are enabled, disabled", "--state", "on");
    assertRefused("is not of the form SOURCE:ID", "--external-id", "hr1");
    assertRefused("white space only", "--name", " ");
    assertRefused("is not an id of this directory", "--after", "ada");
    assertRefused("less than 1", "--limit", "0");
    assertRefused("is empty", "--login", "");
  }

  private void assertRefused(String message, String... filter) {
    Run run = run(with(new String[] {"users", "list"}, filter));
    assertThat(run.status()).as(message).isEqualTo(ExitStatus.REFUSED);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(message);
  }

  private List<String> names(String... filter) {
    return list(filter).stream().map(user -> user.text("username")).toList();
  }

  private List<Struct> list(String... filter) {
    Run run = run(with(new String[] {"users", "list", "--json"}, filter));
    assertThat(run.status()).as(run.err()).isZero();
    return run.out().lines().map(UsersSearchCommandTest::document).toList();
  }

  private Run run(String... arguments) {
    return Run.of(folder, with(arguments, "--db", address));
  }

  private static String[] with(String[] arguments, String... more) {
    return Stream.concat(Stream.of(arguments), Stream.of(more)).toArray(String[]::new);
  }

  private static Struct document(String line) {
    try {
      return (Struct) new JsonParser(100, 1 << 20).parse(line);
    } catch (JsonSyntax e) {
      throw new AssertionError(line, e);
    }
  }
}
