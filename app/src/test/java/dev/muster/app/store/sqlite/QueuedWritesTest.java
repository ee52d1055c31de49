package dev.muster.app.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.app.store.WaitListener;
import dev.muster.app.store.sql.Sql;
import dev.muster.app.thread.ImportThreads;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig.SynchronousMode;

/** Writes that are queued when a transaction ends without a commit are a part of it. */
class QueuedWritesTest {

  @TempDir private Path folder;

  /** They used to wait for the turn that their own transaction had, for half an hour. */
  @Test
  @Timeout(60)
  void aRollbackUndoesThem() {
    Path file = folder.resolve("test.db");
    try (ImportThreads threads = new ImportThreads();
        SqliteConnections connections =
            new SqliteConnections(
                file, new SqliteErrors(file), SynchronousMode.OFF, threads, WaitListener.SILENT)) {
      Sql sql = connections.writer();
      sql.execute("CREATE TABLE rows (number INTEGER)");
      assertThatThrownBy(
              () ->
                  sql.inTransaction(
                      () -> {
                        sql.writeBehind(() -> insertLater(sql));
                        sql.writeBehind(() -> insertLater(sql));
                        throw new IllegalStateException("stopped");
                      }))
          .hasMessage("stopped");
      assertThat(sql.number("SELECT count(*) FROM rows")).isZero();
      assertThat(sql.isReusable()).isTrue();
      connections.giveBackWriter(sql);
    }
  }

  private static void insertLater(Sql sql) {
    LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    sql.execute("INSERT INTO rows VALUES (1)");
  }
}
