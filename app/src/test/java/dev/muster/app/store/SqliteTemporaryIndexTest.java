package dev.muster.app.store;

import static dev.muster.app.store.DirectoryContract.NAME;
import static dev.muster.app.store.DirectoryContract.load;
import static dev.muster.app.store.DirectoryContract.name;
import static dev.muster.app.store.RandomUsers.realm;
import static dev.muster.app.store.RandomUsers.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.app.journal.Actor;
import dev.muster.app.store.Session.ImportTarget;
import dev.muster.app.store.sqlite.SqliteSession;
import dev.muster.match.Owner;
import dev.muster.match.UserChange;
import dev.muster.user.AccountEditor;
import dev.muster.user.Key;
import dev.muster.user.UniqueScope;
import dev.muster.user.User;
import dev.muster.value.Value;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteTemporaryIndexTest {

  @TempDir private Path folder;
  private SqliteSession store;

  @BeforeEach
  void open() throws RulesBroken {
    store = SqliteSession.open(folder.resolve("muster.db"));
    store.adopt(realm(1, UniqueScope.REALM), Actor.SYSTEM, Instant.EPOCH);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void whatAnotherConnectionWritesIsSeen() {
    try (SqliteSession other = SqliteSession.open(folder.resolve("muster.db"));
        ImportTarget target = store.target(realm(1, UniqueScope.REALM), Set.of(NAME))) {
      assertThat(load(target.directory(), name("n")).owners(name("n"))).isEmpty();
      SqliteDirectoryTest.put(other, UniqueScope.REALM, user(1, 1, "username=u", "name=n"));
      assertThat(load(target.directory(), name("n")).owners(name("n")))
          .containsExactly(new Owner(1, 1));
      SqliteDirectoryTest.put(other, UniqueScope.REALM, user(2, 1, "username=v", "name=n"));
      List<Owner> inTransaction =
          target.inTransaction(() -> load(target.directory(), name("n")).owners(name("n")));
      assertThat(inTransaction).hasSize(2);
    }
  }

  @Test
  void whatATransactionGatheredThatWasRolledBackIsGatheredAgain() {
    try (SqliteSession other = SqliteSession.open(folder.resolve("muster.db"));
        ImportTarget target = store.target(realm(1, UniqueScope.REALM), Set.of(NAME))) {
      SqliteDirectoryTest.put(other, UniqueScope.REALM, user(1, 1, "username=u", "name=n"));
      assertThatThrownBy(
              () ->
                  target.inTransaction(
                      () -> {
                        assertThat(load(target.directory(), name("n")).owners(name("n")))
                            .hasSize(1);
                        throw new IllegalStateException("broken");
                      }))
          .hasMessage("broken");
      List<Owner> again =
          target.inTransaction(() -> load(target.directory(), name("n")).owners(name("n")));
      assertThat(again).containsExactly(new Owner(1, 1));
    }
  }

  @Test
  void whatTheRunItselfWritesIsSeen() {
    try (ImportTarget target = store.target(realm(1, UniqueScope.REALM), Set.of(NAME))) {
      User before = user(1, 1, "username=u", "name=n");
      User after = user(1, 1, "username=u", "name=m");
      target.inTransaction(
          () -> {
            target.directory().apply(List.of(new UserChange(null, before)));
            assertThat(load(target.directory(), name("n")).owners(name("n"))).hasSize(1);
            target.directory().apply(List.of(new UserChange(before, after)));
            return true;
          });
      assertThat(load(target.directory(), name("n")).owners(name("n"))).isEmpty();
      assertThat(load(target.directory(), name("m")).user(1)).isEqualTo(after);
    }
  }

  /** Gathered by the database from stored documents, and by the engine from accounts. */
  @Test
  void gatheredValuesAreTheTextsThatTheEngineCompares() {
    List<Value> values =
        List.of(
            Value.of("text"),
            Value.of("1"),
            Value.of("with \"quotes\" and é\n"),
            Value.of(""),
            new Value.Num("4.50"),
            new Value.Num("1e3"),
            new Value.Num("12345678901234567890"),
            Value.TRUE,
            Value.FALSE,
            new Value.Array(List.of(Value.of("x"))));
    for (int i = 0; i < values.size(); i++) {
      AccountEditor account = new AccountEditor(null);
      account.attribute("name", values.get(i));
      User user = new User(i + 1L, 1, account.account(), Instant.EPOCH, Instant.EPOCH);
      SqliteDirectoryTest.put(store, UniqueScope.REALM, user);
    }
    try (ImportTarget target = store.target(realm(1, UniqueScope.REALM), Set.of(NAME))) {
      for (int i = 0; i < values.size(); i++) {
        String text = dev.muster.match.KeyText.of(values.get(i));
        if (text != null) {
          Key key = name(text);
          assertThat(load(target.directory(), key).owners(key))
              .as(text)
              .containsExactly(new Owner(i + 1L, 1));
        }
      }
      assertThat(load(target.directory(), name("")).owners(name(""))).isEmpty();
    }
  }
}
