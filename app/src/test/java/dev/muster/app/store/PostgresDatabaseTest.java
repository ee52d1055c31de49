package dev.muster.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.store.postgres.PostgresAddress;
import dev.muster.app.store.postgres.PostgresDatabase;
import dev.muster.app.store.postgres.PostgresLocks;
import dev.muster.app.store.postgres.PostgresMaintenance;
import java.io.Closeable;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PostgresDatabaseTest extends DatabaseContract {

  @Override
  String emptyDirectory() {
    return PostgresServer.emptyDirectory();
  }

  @Override
  Connection connect(String address) {
    return PostgresServer.connect(address);
  }

  @Override
  String lock() {
    return "LOCK TABLE directory IN EXCLUSIVE MODE";
  }

  @Override
  boolean heldElsewhere(String address, long job) {
    try (Database other = StoreKind.database(address)) {
      Optional<Closeable> hold = other.hold(job);
      assertThat(other.isHeld(job)).isTrue();
      return hold.isEmpty();
    }
  }

  @Override
  DatabaseMaintenance maintenance(String address) {
    return new PostgresMaintenance(PostgresAddress.parse(address, Map.of()).orElseThrow());
  }

  @Test
  void listenersAreCalledIndependently() throws Exception {
    String address = emptyDirectory();
    try (Database database = StoreKind.database(address)) {
      CountDownLatch heard = new CountDownLatch(2);
      Closeable failing =
          database.onJobChanged(
              () -> {
                heard.countDown();
                throw new IllegalStateException("a listener's own trouble");
              });
      Closeable listening = database.onJobChanged(heard::countDown);
      try (Connection connection = connect(address);
          Statement statement = connection.createStatement()) {
        statement.execute("NOTIFY muster_job_changed, 'imp_1'");
      }
      assertThat(heard.await(30, TimeUnit.SECONDS)).isTrue();
      failing.close();
      listening.close();
    }
  }

  /** One listening connection serves all listeners of the process. */
  @Test
  void listenersShareAConnection() throws Exception {
    String address = emptyDirectory();
    try (Database database = StoreKind.database(address)) {
      long before = connections(address);
      CountDownLatch heard = new CountDownLatch(3);
      Closeable one = database.onJobChanged(heard::countDown);
      Closeable two = database.onJobChanged(heard::countDown);
      assertThat(heard.await(30, TimeUnit.SECONDS)).isTrue();
      assertThat(connections(address) - before).isEqualTo(1);
      one.close();
      two.close();
    }
  }

  private long connections(String address) throws Exception {
    try (Connection connection = connect(address);
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT count(*) FROM pg_stat_activity"
                    + " WHERE datname = current_database() AND pid <> pg_backend_pid()")) {
      row.next();
      return row.getLong(1);
    }
  }

  /** The locks are taken again by the connection that replaces a lost one. */
  @Test
  void locksOutliveTheirConnection() throws Exception {
    String address = emptyDirectory();
    try (Database database = StoreKind.database(address);
        Database other = StoreKind.database(address)) {
      assertThat(database.hold(3)).isPresent();
      try (Connection connection = connect(address);
          Statement statement = connection.createStatement()) {
        statement.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'");
      }
      assertThat(database.isHeld(4)).isFalse(); // asks the server, so it connects anew
      assertThat(other.isHeld(3)).isTrue();
      assertThat(other.hold(3)).isEmpty();
    }
  }

  @Test
  void aLockOfAPortionIsAnotherThanThatOfAJob() throws Exception {
    String address = emptyDirectory();
    PostgresAddress parsed = PostgresAddress.parse(address, Map.of()).orElseThrow();
    try (PostgresDatabase database = PostgresDatabase.open(parsed);
        PostgresDatabase other = PostgresDatabase.open(parsed)) {
      Closeable portion = database.holdPortion(PostgresLocks.JOB_LOCK, 3).orElseThrow();
      assertThat(other.holdPortion(PostgresLocks.JOB_LOCK, 3)).isEmpty();
      assertThat(other.isHeld(3)).isFalse();
      portion.close();
      assertThat(other.holdPortion(PostgresLocks.JOB_LOCK, 3)).isPresent();
    }
  }
}
