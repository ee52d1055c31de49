package dev.muster.app.store;

import static dev.muster.app.store.RandomUsers.realm;
import static dev.muster.app.store.RandomUsers.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.journal.Actor;
import dev.muster.app.store.jdbc.JdbcSession;
import dev.muster.user.UniqueScope;
import dev.muster.user.User;
import java.io.Closeable;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How any store brings its search index up to date while others work. */
abstract class UserIndexingContract {

  private static final int USERS = 6_000;

  @TempDir private Path folder;
  private String address = "";
  private Session store;

  abstract StoreKind kind();

  @BeforeEach
  void open() throws RulesBroken {
    address = kind().emptyDirectory(folder, "muster");
    store = StoreKind.open(address);
    store.adopt(realm(1, UniqueScope.REALM), Actor.SYSTEM, Instant.EPOCH);
    store.reserveUserNumbers(10L * USERS);
    User[] users = new User[USERS];
    for (int i = 0; i < USERS; i++) {
      users[i] = user(i + 1L, 1, "username=person" + i, "name=" + Integer.toString(i * 7919, 36));
    }
    SqliteDirectoryTest.putAtOnce(store, realm(1, UniqueScope.REALM), users);
  }

  @AfterEach
  void theDirectoryIsSound() {
    store.close();
    DirectoryInvariants.assertHold(folder, address);
  }

  private static int found(Session session, String login) {
    int found = 0;
    Optional<UserCursor> at = Optional.of(UserCursor.START);
    while (at.isPresent()) {
      UserPage page = session.users().page(UserFilter.ALL.withLogin(login), at.get(), 1000);
      found += page.users().size();
      at = page.next();
    }
    return found;
  }

  @Test
  void othersWriteWhileAPortionIsIndexed() throws Exception {
    try (Session writing = StoreKind.open(address)) {
      ExecutorService other = Executors.newSingleThreadExecutor();
      try {
        Future<Boolean> portion = other.submit(() -> store.users().indexPortion());
        int written = 0;
        while (!portion.isDone()) {
          writing.reserveUserNumbers(1);
          written++;
        }
        assertThat(portion.get()).isFalse();
        assertThat(written).as("writes during the portion").isGreaterThan(5);
      } finally {
        other.shutdown();
      }
    }
  }

  @Test
  void anInterruptedPortionLeavesUsersToLaterOnes() {
    for (int stopAt = 0; stopAt < 12; stopAt += 2) {
      int last = stopAt;
      AtomicInteger asked = new AtomicInteger();
      assertThat(store.users().indexPortion(() -> asked.getAndIncrement() >= last)).isTrue();
      assertThat(found(store, "person5999")).isEqualTo(1);
    }
    while (store.users().indexLags()) {
      assertThat(store.users().indexPortion()).isFalse();
    }
    assertThat(store.users().unindexed()).isZero();
    assertThat(found(store, "person5999")).isEqualTo(1);
    assertThat(found(store, "person59")).isEqualTo(111);
  }

  /** It is taken to blocks piece by piece, as that of a directory that had no index is. */
  @Test
  void aLongRangeOfUsersIsIndexedToo() {
    ((JdbcSession) store).sql.execute("DELETE FROM user_changes");
    ((JdbcSession) store)
        .sql.execute("INSERT INTO user_changes (first_user, last_user) VALUES (1, 5000000)");
    assertThat(store.users().unindexed()).isEqualTo(5_000_000);
    while (store.users().indexPortion()) {
      assertThat(found(store, "person5999")).isEqualTo(1);
    }
    assertThat(store.users().unindexed()).isZero();
    assertThat(found(store, "person5999")).isEqualTo(1);
  }

  @Test
  void onlyOneHoldsTheIndexing() throws Exception {
    try (Database database = StoreKind.database(address);
        Database other = StoreKind.database(address)) {
      try (Closeable held = database.holdIndexing().orElseThrow()) {
        assertThat(held).isNotNull();
        assertThat(other.holdIndexing()).isEmpty();
        assertThat(database.holdIndexing()).isEmpty();
        assertThat(other.isHeld(1)).isFalse();
      }
      other.holdIndexing().orElseThrow().close();
    }
  }
}
