package dev.muster.app.http.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.http.auth.Scope;
import dev.muster.app.journal.Journal;
import dev.muster.app.journal.JournalEntry;
import dev.muster.app.journal.JournalFilter;
import dev.muster.app.store.Session;
import dev.muster.app.store.StoreKind;
import dev.muster.user.Role;
import dev.muster.value.Value;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Users, realms, roles, groups and services. */
class UserRoutesTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void aUserIsFoundByIdAndLogin(StoreKind kind) throws Exception {
    try (TestApi api = TestApi.start(kind, folder)) {
      api.importCsv("email key,username", "ada@example.com,ada", "bob@example.com,bob");
      TestApi.Answer ada = api.get("/users/ada@example.com").require(200);
      assertThat(ada.text("username")).isEqualTo("ada");
      assertThat(ada.text("realm")).isEqualTo("default");
      assertThat(api.get("/users/" + ada.text("id")).require(200).body()).isEqualTo(ada.body());
      assertThat(api.get("/users/ada?realm=default").require(200).body()).isEqualTo(ada.body());
      api.get("/users/nobody").requireProblem(404, "user-not-found");
      api.get("/users/ada?realm=nowhere").requireProblem(404, "realm-not-found");
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void usersOfOtherRealmsAreNotSeen(StoreKind kind) throws Exception {
    try (TestApi api = TestApi.start(kind, folder)) {
      try (Session session = api.open()) {
        assertThat(session.catalogs().createRealm("north")).isTrue();
      }
      api.importCsv("email key", "ada@example.com");
      String id = api.get("/users/ada@example.com").text("id");
      String[] north = {"Authorization", "Bearer " + api.token(List.of("north"), Scope.values())};
      api.get("/users/ada@example.com?realm=north", north).requireProblem(404, "user-not-found");
      api.get("/users/ada@example.com", north).requireProblem(403, "foreign-realm");
      api.get("/users/" + id + "?realm=north", north).requireProblem(404, "user-not-found");
      api.delete("/users/" + id, north).requireProblem(404, "user-not-found");
      assertThat(api.get("/realms", north).require(200).body())
          .contains("\"name\":\"north\"")
          .doesNotContain("default");
      api.get("/roles", north).requireProblem(403, "foreign-realm");
      api.get("/services", north).requireProblem(403, "foreign-realm");
      api.get("/groups?realm=north", north).require(200);
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void aDeletedUserIsGoneAndJournalled(StoreKind kind) throws Exception {
    try (TestApi api = TestApi.start(kind, folder)) {
      api.importCsv("email key", "ada@example.com", "bob@example.com");
      String id = api.get("/users/ada@example.com").text("id");
      api.delete("/users/ada@example.com").requireProblem(404, "user-not-found");
      api.delete("/users/" + id).require(204);
      api.delete("/users/" + id).requireProblem(404, "user-not-found");
      api.get("/users/" + id).requireProblem(404, "user-not-found");
      api.get("/users/bob@example.com").require(200);
      try (Session session = api.open()) {
        List<JournalEntry> entries =
            session.journal().page(JournalFilter.ALL.ofAction("user.deleted"), Journal.LATEST, 5);
        assertThat(entries).hasSize(1);
        assertThat(entries.get(0).subject()).isEqualTo(id);
        assertThat(entries.get(0).actor().wireName()).isEqualTo("token:tester");
        assertThat(entries.get(0).detail().get("realm")).isEqualTo(Value.of("default"));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void catalogsAreListed(StoreKind kind) throws Exception {
    try (TestApi api = TestApi.start(kind, folder)) {
      try (Session session = api.open()) {
        assertThat(session.catalogs().createRole(1, new Role("editor", "Editor"))).isTrue();
        assertThat(session.catalogs().createGroup(1, new Role("staff", "staff"))).isTrue();
        session.services().create("wiki");
        session.services().addHosts("wiki", List.of("127.0.0.1"));
      }
      assertThat(api.get("/realms").require(200).body())
          .isEqualTo(
              "{\"realms\":[{\"name\":\"default\",\"uniqueness\":{\"username\":\"realm\","
                  + "\"email\":\"realm\",\"phone_number\":\"realm\"}}]}");
      assertThat(api.get("/roles").require(200).body())
          .isEqualTo("{\"roles\":[{\"key\":\"editor\",\"name\":\"Editor\"}]}");
      assertThat(api.get("/groups?realm=default").require(200).body())
          .isEqualTo("{\"groups\":[{\"name\":\"staff\",\"service\":null}]}");
      assertThat(api.get("/services").require(200).body())
          .isEqualTo(
              "{\"services\":[{\"name\":\"wiki\",\"hosts\":[\"127.0.0.1\"],\"password\":null}]}");
      api.get("/roles?realm=nowhere").requireProblem(404, "realm-not-found");
    }
  }
}
