package dev.muster.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.json.JsonText;
import dev.muster.app.store.Session.ImportTarget;
import dev.muster.app.store.sqlite.SqliteSession;
import dev.muster.match.UserChange;
import dev.muster.user.AccountEditor;
import dev.muster.user.GroupId;
import dev.muster.user.LoginId;
import dev.muster.user.LoginIdKind;
import dev.muster.user.Realm;
import dev.muster.user.User;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroupsCommandsTest {

  /** The third column of a line. */
  private static final Pattern USERNAME = Pattern.compile("^\\S+ +\\S+ +(\\S+).*$");

  private static final Realm REALM = new Realm(1, Realm.DEFAULT, Map.of(), Map.of());
  private static final GroupId STAFF = new GroupId(null, "staff");
  private static final GroupId EDITORS = new GroupId("wiki", "editors");
  private static final GroupId READERS = new GroupId("wiki", "readers");

  @TempDir Path folder;

  /** staff > editors > readers, with a member each, and one who has no user name. */
  @BeforeEach
  void makeGroups() throws Exception {
    try (SqliteSession store = SqliteSession.open(folder.resolve("muster.db"))) {
      store.services().create("wiki");
      for (GroupId group : List.of(STAFF, EDITORS, READERS)) {
        store.groups().create(REALM, group);
      }
      store.groups().link(REALM, STAFF, EDITORS);
      store.groups().link(REALM, EDITORS, READERS);
      try (ImportTarget target = store.target(REALM, Set.of())) {
        target
            .directory()
            .apply(
                List.of(
                    user(1, "zoe", READERS),
                    user(2, "bob", EDITORS),
                    user(3, "ann", READERS),
                    user(4, "eve", STAFF),
                    user(5, null, READERS)));
      }
    }
  }

  private static UserChange user(long id, String name, GroupId group) {
    AccountEditor account = new AccountEditor(null);
    if (name == null) {
      account.loginId(LoginIdKind.EMAIL, LoginId.of(LoginIdKind.EMAIL, "a@example.com"));
    } else {
      account.loginId(LoginIdKind.USERNAME, LoginId.of(LoginIdKind.USERNAME, name));
    }
    if (group.service() == null) {
      account.groups(List.of(group.name()));
    } else {
      account.addServiceGroup(group);
    }
    return new UserChange(null, new User(id, 1, account.account(), Instant.EPOCH, Instant.EPOCH));
  }

  @Test
  void aGroupHasItsDirectMembersAndSubgroups() {
    assertThat(Run.of(folder, "groups", "show", "staff", "--json").out())
        .isEqualTo(
            "{\"name\":\"staff\",\"service\":null,\"users\":[\"eve\"],"
                + "\"subgroups\":[{\"name\":\"editors\",\"service\":\"wiki\"}]}\n");
    Struct readers =
        Run.of(folder, "groups", "show", "readers", "--service", "wiki", "--json").document();
    List<Value> users = ((Value.Array) readers.get("users")).items();
    assertThat(users).hasSize(3).contains(Value.of("ann"), Value.of("zoe"));
    assertThat(users).anyMatch(user -> ((Value.Text) user).text().matches("[0-9a-f-]{36}"));
    assertThat(users).isSortedAccordingTo(Comparator.comparing(JsonText::of));
    assertThat(readers.get("subgroups")).isEqualTo(new Value.Array(List.of()));
  }

  @Test
  void aGroupInWordsHasWhatThereIs() {
    assertThat(Run.of(folder, "groups", "show", "staff").out())
        .isEqualTo("name       staff\nusers      eve\nsubgroups  editors of service wiki\n");
  }

  @Test
  void theGroupsOfUsersAreThoseWithoutAService() {
    assertThat(Run.of(folder, "users", "show", "eve", "--json").out())
        .contains("\"groups\":[\"staff\"]");
    assertThat(Run.of(folder, "users", "show", "bob", "--json").out()).contains("\"groups\":[]");
  }

  @Test
  void whoIsInAGroupCountsAsAMemberOfItsSubgroups() {
    assertThat(members("readers", "--service", "wiki")).containsExactly("zoe", "ann", "-");
    assertThat(members("readers", "--service", "wiki", "--transitive"))
        .containsExactly("zoe", "bob", "ann", "eve", "-");
    assertThat(members("editors", "--service", "wiki", "--transitive"))
        .containsExactly("bob", "eve");
    assertThat(members("staff", "--transitive")).containsExactly("eve");
  }

  private List<String> members(String... words) {
    String[] command = new String[words.length + 2];
    command[0] = "groups";
    command[1] = "members";
    System.arraycopy(words, 0, command, 2, words.length);
    Run run = Run.of(folder, command);
    assertThat(run.status()).isZero();
    return run.out().lines().map(line -> USERNAME.matcher(line).replaceFirst("$1")).toList();
  }

  @Test
  void membersAreDocumentsOfUsers() {
    Run run = Run.of(folder, "groups", "members", "staff", "--json");
    assertThat(run.document().text("username")).isEqualTo("eve");
    assertThat(run.document().has("verified_attributes")).isTrue();
  }

  @Test
  void groupsAreListed() {
    assertThat(Run.of(folder, "groups", "list").out())
        .isEqualTo("staff\neditors of service wiki\nreaders of service wiki\n");
    assertThat(Run.of(folder, "groups", "list", "--service", "wiki", "--json").out())
        .isEqualTo(
            """
            {"name":"editors","service":"wiki"}
            {"name":"readers","service":"wiki"}
            """);
    assertThat(Run.of(folder, "groups", "list", "--service", "blog").status()).isEqualTo(1);
  }

  @Test
  void aGroupThatIsNotThereIsOneAndARealmThatIsNotThereIsTwo() {
    for (String command : List.of("show", "members")) {
      Run run = Run.of(folder, "groups", command, "editors");
      assertThat(run.status()).isEqualTo(1);
      assertThat(run.err()).contains("there is no group editors in realm default");
      assertThat(Run.of(folder, "groups", command, "staff", "--service", "wiki").err())
          .contains("there is no group staff of service wiki");
      assertThat(Run.of(folder, "groups", command, "x", "--service", "none").status()).isEqualTo(1);
      assertThat(Run.of(folder, "groups", command, "staff", "--realm", "none").status())
          .isEqualTo(2);
    }
  }

  @Test
  void aGroupOfAServiceMayHaveAnyName() {
    String name = "group 愱 a-b";
    Run made = Run.of(folder, "groups", "create", name, "--service", "wiki");
    assertThat(made.status()).isZero();
    assertThat(made.out()).isEqualTo("group " + name + " of service wiki made\n");
    assertThat(Run.of(folder, "groups", "create", name, "--service", "wiki").out())
        .isEqualTo("group " + name + " of service wiki exists already\n");
    assertThat(Run.of(folder, "groups", "show", name, "--service", "wiki").status()).isZero();
    assertThat(Run.of(folder, "groups", "show", name).status()).isEqualTo(1);
    assertThat(Run.of(folder, "groups", "create", "a", "--service", "none").status()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--name=Staff", "--realm=default"})
  void aGroupOfAServiceHasNeitherRealmNorTitle(String option) {
    Run run = Run.of(folder, "groups", "create", "a", "--service", "wiki", option);
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("leave --name and --realm out");
  }
}
