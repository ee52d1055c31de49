package dev.muster.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.store.sqlite.SqliteDatabase;
import dev.muster.app.store.sqlite.SqliteMaintenance;
import java.io.Closeable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SqliteDatabaseTest extends DatabaseContract {

  private static Path file(String address) {
    return Path.of(address.substring("sqlite:".length()));
  }

  @Override
  String emptyDirectory() {
    return StoreKind.SQLITE.emptyDirectory(folder, "muster");
  }

  @Override
  Connection connect(String address) throws Exception {
    return DriverManager.getConnection("jdbc:" + address);
  }

  @Override
  String lock() {
    return "UPDATE directory SET next_user = next_user";
  }

  @Override
  boolean heldElsewhere(String address, long job) throws Exception {
    try (LockProcess other = LockProcess.start(Path.of(file(address) + "-jobs"))) {
      boolean held = other.looks(job);
      assertThat(other.holds(job)).isEqualTo(!held);
      return held;
    }
  }

  @Override
  DatabaseMaintenance maintenance(String address) {
    return new SqliteMaintenance(file(address));
  }

  @Test
  void aLinkLeadsToTheSameLocks() throws Exception {
    String address = emptyDirectory();
    try (Database database = StoreKind.database(address)) {
      Path link = Files.createSymbolicLink(folder.resolve("link.db"), file(address));
      try (Database linked = SqliteDatabase.open(link)) {
        assertThat(database.hold(3)).isPresent();
        assertThat(linked.hold(3)).isEmpty();
        assertThat(linked.isHeld(3)).isTrue();
      }
    }
  }

  /** SQLite keeps the size with which a file began to log. */
  @Test
  void newFilesHaveLargePagesAndALog() throws Exception {
    String address = emptyDirectory();
    StoreKind.database(address).close();
    try (Connection connection = connect(address);
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeQuery("PRAGMA page_size").getInt(1)).isEqualTo(8192);
      assertThat(statement.executeQuery("PRAGMA journal_mode").getString(1)).isEqualTo("wal");
    }
  }

  /** Threads wait for their turns; none is passed over by others that come again and again. */
  @Test
  void writersOfAProcessTakeTurns() throws Exception {
    BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    try (Database database = SqliteDatabase.open(file(emptyDirectory()), heard::add);
        Session first = database.open()) {
      CountDownLatch writing = new CountDownLatch(1);
      CountDownLatch end = new CountDownLatch(1);
      CompletableFuture<Boolean> holder =
          async(
              () ->
                  first.inTransaction(
                      () -> {
                        first.catalogs().createRealm("first");
                        writing.countDown();
                        return awaits(end);
                      }));
      writing.await();
      CompletableFuture<Long> waits =
          async(
              () -> {
                try (Session session = database.open()) {
                  return session.reserveUserNumbers(1);
                }
              });
      assertThat(heard.poll(30, TimeUnit.SECONDS))
          .isEqualTo("waiting: another import of this process is writing to muster.db (2 s)");
      end.countDown();
      assertThat(holder.get()).isTrue();
      assertThat(waits.get()).isEqualTo(1);
    }
  }

  private static boolean awaits(CountDownLatch latch) {
    try {
      return latch.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A connection that failed is not given to the next session. */
  @Test
  void manySessionsShareFewConnections() throws Exception {
    try (Database database = SqliteDatabase.open(file(emptyDirectory()))) {
      List<Session> sessions = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        sessions.add(database.open());
      }
      sessions.forEach(Session::close);
      sessions.forEach(Session::close); // twice is no harm
      try (Session one = database.open();
          Session two = database.open()) {
        one.catalogs().createRealm("one");
        two.catalogs().createRealm("two");
        assertThat(one.catalogs().realmNames()).contains("one", "two");
      }
    }
  }

  @Test
  void aHoldEndsWithItsDatabase() throws Exception {
    String address = emptyDirectory();
    Database database = StoreKind.database(address);
    Closeable hold = database.hold(3).orElseThrow();
    database.close();
    try (Database next = StoreKind.database(address)) {
      assertThat(next.hold(3)).isPresent();
      hold.close(); // too late to matter
      assertThat(next.isHeld(3)).isTrue();
    }
  }
}
