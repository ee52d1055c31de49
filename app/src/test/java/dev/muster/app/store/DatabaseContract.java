package dev.muster.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.app.store.Session.ImportTarget;
import dev.muster.match.UserChange;
import dev.muster.user.Realm;
import dev.muster.user.UniqueScope;
import java.io.Closeable;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What threads and processes may expect of a database. */
@Timeout(60)
abstract class DatabaseContract {

  private static final Realm REALM = RandomUsers.realm(1, UniqueScope.REALM);

  @TempDir Path folder;

  /** The address of a directory that nobody has used. */
  abstract String emptyDirectory();

  /** A connection behind the back of the database, as of another program. */
  abstract Connection connect(String address) throws Exception;

  /** A statement that keeps everybody from writing, while its transaction goes on. */
  abstract String lock();

  @Test
  void manyThreadsReserveNumbersWithoutGettingTheSame() throws Exception {
    try (Database database = StoreKind.database(emptyDirectory())) {
      int threads = 8;
      CyclicBarrier start = new CyclicBarrier(threads);
      List<CompletableFuture<List<Long>>> all = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        all.add(
            async(
                () -> {
                  start.await();
                  List<Long> firsts = new ArrayList<>();
                  for (int n = 0; n < 10; n++) {
                    try (Session session = database.open()) {
                      firsts.add(session.reserveUserNumbers(5));
                    }
                  }
                  return firsts;
                }));
      }
      List<Long> firsts = new ArrayList<>();
      for (CompletableFuture<List<Long>> each : all) {
        firsts.addAll(each.get());
      }
      assertThat(firsts).hasSize(80).doesNotHaveDuplicates();
    }
  }

  @Test
  void aReaderWaitsForNoWriterAndSeesWhatIsCommitted() throws Exception {
    try (Database database = StoreKind.database(emptyDirectory());
        Session writer = database.open()) {
      writer.inTransaction(
          () -> {
            writer.catalogs().createRealm("new");
            try (Session reader = database.openReading()) {
              assertThat(reader.catalogs().realmNumber("new")).isEmpty();
            }
            return true;
          });
      try (Session reader = database.openReading()) {
        assertThat(reader.catalogs().realmNumber("new")).isPresent();
      }
    }
  }

  @Test
  void aReaderCanNotWrite() {
    try (Database database = StoreKind.database(emptyDirectory());
        Session reader = database.openReading()) {
      assertThatThrownBy(() -> reader.catalogs().createRealm("new"))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("it only reads");
      assertThatThrownBy(() -> reader.reserveUserNumbers(1))
          .isInstanceOf(IllegalStateException.class);
      assertThat(reader.catalogs().realmNames()).containsExactly("default");
    }
  }

  @Test
  void aSessionAfterAReaderWrites() {
    try (Database database = StoreKind.database(emptyDirectory())) {
      database.openReading().close();
      try (Session session = database.open()) {
        session.catalogs().createRealm("new");
        assertThat(session.catalogs().realmNames()).contains("new");
      }
    }
  }

  @Test
  void aJobIsHeldByOneInTheProcess() throws Exception {
    String address = emptyDirectory();
    try (Database database = StoreKind.database(address);
        Database other = StoreKind.database(address)) {
      Closeable hold = database.hold(3).orElseThrow();
      assertThat(database.hold(3)).isEmpty();
      assertThat(other.hold(3)).isEmpty();
      assertThat(other.isHeld(3)).isTrue();
      assertThat(other.isHeld(4)).isFalse();
      hold.close();
      assertThat(other.isHeld(3)).isFalse();
      assertThat(other.hold(3)).isPresent();
      assertThat(database.isHeld(3)).isTrue();
    }
  }

  /** Closing one of them let go of the other one's locks, as other processes see them. */
  @Test
  void jobsStayHeldWhenTheSameDatabaseIsClosedElsewhereInTheProcess() throws Exception {
    String address = emptyDirectory();
    try (Database database = StoreKind.database(address)) {
      assertThat(database.hold(3)).isPresent();
      try (Database second = StoreKind.database(address)) {
        assertThat(second.hold(4)).isPresent();
      }
      maintenance(address).status(); // it looks at the locks, too
      assertThat(heldElsewhere(address, 3)).isTrue();
      assertThat(database.isHeld(3)).isTrue();
    }
  }

  /** Whether another process finds a job held. */
  abstract boolean heldElsewhere(String address, long job) throws Exception;

  abstract DatabaseMaintenance maintenance(String address);

  @Test
  void aWaitForAnotherProcessIsTold() throws Exception {
    String address = emptyDirectory();
    BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    try (Database database = StoreKind.database(address, heard::add);
        Connection other = connect(address);
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute(lock());
      CompletableFuture<Boolean> written =
          async(
              () -> {
                try (Session session = database.open()) {
                  return session.reserveUserNumbers(1) > 0;
                }
              });
      assertThat(heard.poll(30, TimeUnit.SECONDS))
          .startsWith("waiting: another ")
          .endsWith(" (2 s)");
      assertThat(written).isNotDone();
      other.rollback();
      assertThat(written.get()).isTrue();
      assertThat(heard).isEmpty();
    }
  }

  @Test
  void rowsCanBeReadWhileRowsAreRead() {
    try (Database database = StoreKind.database(emptyDirectory());
        Session session = database.open()) {
      put(session, 5000);
      List<Integer> counts = new ArrayList<>();
      session
          .users()
          .each(
              Optional.empty(),
              outer -> {
                if (outer.id() % 1000 == 0) {
                  List<Long> inner = new ArrayList<>();
                  session.users().each(Optional.empty(), user -> inner.add(user.id()));
                  counts.add(inner.size());
                  assertThat(session.catalogs().realmNames()).hasSize(1);
                }
              });
      assertThat(counts).containsExactly(5000, 5000, 5000, 5000, 5000);
    }
  }

  @Test
  void nothingIsWrittenByTheSessionWhoseRowsAreRead() {
    try (Database database = StoreKind.database(emptyDirectory());
        Session session = database.open()) {
      put(session, 1);
      assertThatThrownBy(
              () ->
                  session
                      .users()
                      .each(
                          Optional.empty(),
                          user ->
                              session.inTransaction(
                                  () -> {
                                    session.catalogs().createRealm("new");
                                    return true;
                                  })))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("reading rows");
      assertThatThrownBy(
              () ->
                  session
                      .users()
                      .each(Optional.empty(), user -> session.catalogs().createRealm("new")))
          .isInstanceOf(IllegalStateException.class);
      session.catalogs().createRealm("new"); // afterwards it can
      assertThat(session.catalogs().realmNames()).contains("new");
    }
  }

  @Test
  void anotherSessionWritesWhileRowsAreRead() {
    try (Database database = StoreKind.database(emptyDirectory());
        Session session = database.open();
        Session other = database.open()) {
      put(session, 3);
      session.users().each(Optional.empty(), user -> other.catalogs().createRealm("r" + user.id()));
      assertThat(session.catalogs().realmNames()).hasSize(4);
    }
  }

  static void put(Session session, int users) {
    try (ImportTarget target = session.target(REALM, Set.of())) {
      List<UserChange> changes = new ArrayList<>();
      for (int i = 1; i <= users; i++) {
        changes.add(new UserChange(null, RandomUsers.user(i, 1)));
      }
      target.directory().apply(changes);
      target.awaitWrites();
    }
  }

  static <T> CompletableFuture<T> async(java.util.concurrent.Callable<T> work) {
    CompletableFuture<T> future = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                future.complete(work.call());
              } catch (Throwable e) {
                future.completeExceptionally(e);
              }
            },
            "contract");
    thread.setDaemon(true);
    thread.start();
    return future;
  }
}
