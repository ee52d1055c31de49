package dev.muster.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.store.Session;
import dev.muster.user.Role;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogCommandsTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "roles create editor, role editor",
    "roles create a:b_1 --name Editor, role a:b_1",
    "groups create staff, group staff",
    "realms create agent.1-x, realm agent.1-x"
  })
  void whatIsMadeTwiceExistsOnce(String words, String subject) {
    Run first = Run.of(folder, words.split(" "));
    Run second = Run.of(folder, words.split(" "));

    assertThat(first.status()).isZero();
    assertThat(first.out()).startsWith(subject + " made");
    assertThat(second.status()).isZero();
    assertThat(second.out()).startsWith(subject + " exists already");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "roles create 1a",
        "groups create a-b",
        "groups create é",
        "roles create a2345678901234567890123456789012345678901",
        "realms create a/b",
        "realms create agent:1"
      })
  void aKeyOfTheWrongSpellingIsRefused(String words) {
    Run run = Run.of(folder, words.split(" "));

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("letters, digits");
  }

  /** Earlier versions made keys that are reserved now. */
  @ParameterizedTest
  @EnumSource
  void aReservedKeyIsRefusedUnlessItExists(TestDatabases database) {
    String db = database.emptyDirectory(folder);
    assertThat(Run.of(folder, "realms", "create", "agent", "--db", db).status()).isZero();
    for (String noun : List.of("role", "group")) {
      String[] command = {noun + "s", "create", "authgear:x", "--db", db};
      Run refused = Run.of(folder, command);
      assertThat(refused.status()).isEqualTo(2);
      assertThat(refused.err()).contains("not with authgear:");

      try (Session session = database.open(db)) {
        Role entry = new Role("authgear:x", "X");
        assertThat(
                noun.equals("role")
                    ? session.catalogs().createRole(1, entry)
                    : session.catalogs().createGroup(1, entry))
            .isTrue();
      }
      Run again = Run.of(folder, command);
      assertThat(again.status()).as(again.err()).isZero();
      assertThat(again.out()).startsWith(noun + " authgear:x exists already in realm default");
      assertThat(
              Run.of(folder, noun + "s", "create", "authgear:x", "--realm", "agent", "--db", db)
                  .status())
          .isEqualTo(2);
    }
  }

  @Test
  void aRoleBelongsToARealmThatExists() {
    assertThat(Run.of(folder, "roles", "create", "editor", "--realm", "agent").status())
        .isEqualTo(2);
    assertThat(Run.of(folder, "realms", "create", "agent").status()).isZero();
    assertThat(Run.of(folder, "roles", "create", "editor", "--realm", "agent").status()).isZero();
  }
}
