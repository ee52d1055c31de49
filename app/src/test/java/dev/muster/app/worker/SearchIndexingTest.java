package dev.muster.app.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.store.Database;
import dev.muster.app.store.Session;
import dev.muster.app.store.StoreKind;
import dev.muster.app.store.jdbc.JdbcSession;
import java.io.Closeable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The search index follows the users while a server runs. */
class SearchIndexingTest {

  private static final Duration PAUSE = Duration.ofMillis(10);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path folder;

  private static void await(BooleanSupplier wanted) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!wanted.getAsBoolean()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(end);
      Thread.onSpinWait();
    }
  }

  /** Notes users that are to be indexed. Whether there are such users does not matter. */
  private static void note(Session session, long last) {
    ((JdbcSession) session)
        .sql.execute("INSERT INTO user_changes (first_user, last_user) VALUES (1, ?)", last);
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void usersAreIndexedAtTheStartAndLater(StoreKind kind) {
    try (Database database = StoreKind.database(kind.emptyDirectory(folder, "muster"));
        Session session = database.open()) {
      note(session, 1000);
      try (SearchIndexing indexing = new SearchIndexing(database, () -> false, PAUSE)) {
        assertThat(indexing).isNotNull();
        await(() -> !session.users().indexLags());
        note(session, 2000);
        await(() -> !session.users().indexLags());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void oneProcessIndexesAtATime(StoreKind kind) throws Exception {
    String address = kind.emptyDirectory(folder, "muster");
    try (Database database = StoreKind.database(address);
        Database other = StoreKind.database(address);
        Session session = database.open()) {
      note(session, 1000);
      Closeable held = other.holdIndexing().orElseThrow();
      try (SearchIndexing indexing = new SearchIndexing(database, () -> false, PAUSE)) {
        indexing.round();
        assertThat(session.users().indexLags()).isTrue();
        held.close();
        await(() -> !session.users().indexLags());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void closingDoesNotWaitForTheWork(StoreKind kind) {
    try (Database database = StoreKind.database(kind.emptyDirectory(folder, "muster"));
        Session session = database.open()) {
      note(session, 1L << 36); // hours of work
      long begun;
      try (SearchIndexing indexing = new SearchIndexing(database, () -> true, PAUSE)) {
        assertThat(indexing).isNotNull();
        await(
            () ->
                ((JdbcSession) session).sql.number("SELECT count(*) FROM user_search_blocks") > 0);
        begun = System.nanoTime();
      }
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
      assertThat(session.users().indexLags()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void anErrorIsLoggedOnceAndTheWorkTriedAgain(StoreKind kind) {
    List<String> logged = new CopyOnWriteArrayList<>();
    Logger logger = Logger.getLogger(SearchIndexing.class.getName());
    Handler listener = listener(logged);
    logger.addHandler(listener);
    logger.setUseParentHandlers(false);
    try (Database database = StoreKind.database(kind.emptyDirectory(folder, "muster"));
        Session session = database.open()) {
      ((JdbcSession) session).sql.execute("ALTER TABLE user_search_blocks RENAME TO hidden");
      note(session, 1000);
      try (SearchIndexing indexing = new SearchIndexing(database, () -> false, PAUSE)) {
        assertThat(indexing).isNotNull();
        await(() -> !logged.isEmpty());
        ((JdbcSession) session).sql.execute("ALTER TABLE hidden RENAME TO user_search_blocks");
        await(() -> !session.users().indexLags());
      }
      assertThat(logged).hasSize(1);
      assertThat(logged.get(0)).contains("tried again");
    } finally {
      logger.removeHandler(listener);
      logger.setUseParentHandlers(true);
    }
  }

  private static Handler listener(List<String> logged) {
    return new Handler() {
      @Override
      public void publish(LogRecord line) {
        logged.add(line.getMessage());
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }
}
