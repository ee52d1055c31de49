package dev.muster.app.http.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.http.auth.Scope;
import dev.muster.app.store.Session;
import dev.muster.app.store.StoreKind;
import dev.muster.app.store.Users;
import dev.muster.user.Role;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Users are listed and found. */
class UserListTest {

  private static final String LINES = "application/x-ndjson";

  private static final String[] PEOPLE = {
    "{\"preferred_username\":\"ada\",\"name\":\"Ada Müller\",\"roles\":[\"editor\"],"
        + "\"groups\":[\"staff\"],\"password\":{\"type\":\"bcrypt\",\"password_hash\":"
        + "\"$2a$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy\"}}",
    "{\"preferred_username\":\"adam\",\"name\":\"Adam Smith\",\"disabled\":true}",
    "{\"preferred_username\":\"bob\",\"family_name\":\"MÜLLER\",\"groups\":[\"staff\"]}"
  };

  @TempDir private Path folder;

  private static String importLines(TestApi api, String realm, String... lines) throws Exception {
    String id =
        api.submit(
            LINES,
            String.join("\n", lines) + "\n",
            "?identifier=preferred_username&realm=" + realm);
    assertThat(api.follow(id)).contains("event: finished");
    return id;
  }

  private static String importPeople(TestApi api) throws Exception {
    try (Session session = api.open()) {
      assertThat(session.catalogs().createRole(1, new Role("editor", "Editor"))).isTrue();
      assertThat(session.catalogs().createGroup(1, new Role("staff", "staff"))).isTrue();
    }
    return importLines(api, "default", PEOPLE);
  }

  private static List<String> names(TestApi.Answer page) {
    return ((Value.Array) page.require(200).document().get("users"))
        .items().stream().map(user -> ((Struct) user).text("username")).toList();
  }

  private static List<String> names(TestApi api, String query, String... headers) throws Exception {
    return names(api.get("/users" + query, headers));
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void eachFilterSelectsItsUsers(StoreKind kind) throws Exception {
    try (TestApi api = TestApi.start(kind, folder)) {
      String id = importPeople(api);
      for (boolean indexed : new boolean[] {false, true}) {
        assertThat(names(api, "")).containsExactly("ada", "adam", "bob");
        assertThat(names(api, "?realm=default")).containsExactly("ada", "adam", "bob");
        assertThat(names(api, "?login=AD")).containsExactly("ada", "adam");
        assertThat(names(api, "?name=m%C3%BCller")).containsExactly("ada", "bob");
        assertThat(names(api, "?role=editor")).containsExactly("ada");
        assertThat(names(api, "?group=staff&login=b")).containsExactly("bob");
        assertThat(names(api, "?state=disabled")).containsExactly("adam");
        assertThat(names(api, "?external_id=ldap:7")).isEmpty();
        assertThat(names(api, "?import=" + id + "&state=enabled")).containsExactly("ada", "bob");
        if (!indexed) {
          try (Session session = api.open()) {
            Users users = session.users();
            assertThat(users.indexPortion()).isFalse();
          }
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void usersComeInPagesOrOneALine(StoreKind kind) throws Exception {
    try (TestApi api = TestApi.start(kind, folder)) {
      importPeople(api);
      List<String> listed = new ArrayList<>();
      String after = "";
      int pages = 0;
      while (after != null) {
        TestApi.Answer page = api.get("/users?limit=2" + after);
        listed.addAll(names(page));
        String next = page.document().text("next");
        after = next == null ? null : "&after=" + next;
        pages++;
      }
      assertThat(listed).containsExactly("ada", "adam", "bob");
      assertThat(pages).isEqualTo(2);

      TestApi.Answer lines = api.get("/users?login=a", "Accept", LINES).require(200);
      assertThat(lines.header("Content-Type")).startsWith(LINES);
      List<String> shown = lines.body().lines().toList();
      assertThat(shown)
          .containsExactly(api.get("/users/ada").body(), api.get("/users/adam").body());
      assertThat(api.get("/users?limit=1&login=a").body())
          .startsWith("{\"users\":[" + shown.get(0) + "]");
      assertThat(api.get("/users?limit=1", "Accept", LINES).body().lines()).hasSize(1);
      assertThat(lines.body()).contains("bcrypt").doesNotContain("$2a$");
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void usersOfOtherRealmsAreNotListed(StoreKind kind) throws Exception {
    try (TestApi api = TestApi.start(kind, folder)) {
      for (String realm : List.of("north", "south")) {
        try (Session session = api.open()) {
          assertThat(session.catalogs().createRealm(realm)).isTrue();
        }
        importLines(api, realm, "{\"preferred_username\":\"" + realm + "\"}");
      }
      String home = importPeople(api);
      String[] north = bearer(api, "north", "nowhere");
      assertThat(names(api, "", north)).containsExactly("north");
      assertThat(names(api, "?realm=north", north)).containsExactly("north");
      assertThat(names(api, "?login=a", north)).isEmpty();
      assertThat(names(api, "", bearer(api, "north", "south"))).containsExactly("north", "south");
      assertThat(names(api, "", bearer(api, "nowhere"))).isEmpty();
      String[] lines =
          Stream.concat(Stream.of(north), Stream.of("Accept", LINES)).toArray(String[]::new);
      assertThat(api.get("/users", lines).require(200).body().lines()).hasSize(1);
      api.get("/users?realm=default", north).requireProblem(403, "foreign-realm");
      api.get("/users?import=" + home, north).requireProblem(404, "import-not-found");
      api.get("/users?role=editor", north).requireProblem(400, "invalid-parameter");
    }
  }

  private static String[] bearer(TestApi api, String... realms) throws Exception {
    return new String[] {"Authorization", "Bearer " + api.token(List.of(realms), Scope.USERS_READ)};
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void whatCantBeMeantIsRefused(StoreKind kind) throws Exception {
    try (TestApi api = TestApi.start(kind, folder)) {
      api.get("/users?realm=nowhere").requireProblem(404, "realm-not-found");
      api.get("/users?import=imp_none").requireProblem(404, "import-not-found");
      for (String query :
          List.of(
              "role=none",
              "group=none",
              "login=",
              "name=%20",
              "state=gone",
              "external_id=7",
              "after=1",
              "limit=0",
              "limit=1001",
              "nmae=x")) {
        api.get("/users?" + query).requireProblem(400, "invalid-parameter");
      }
      api.get("/users", "Authorization", "Bearer " + api.token(Scope.IMPORTS_READ))
          .requireProblem(403, "missing-scope");
    }
  }
}
