package dev.muster.app.store;

import dev.muster.app.store.sqlite.SqliteSession;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteJournalTest extends JournalContract {

  @TempDir private Path folder;
  private SqliteSession store;

  @BeforeEach
  void open() {
    store = SqliteSession.open(folder.resolve("muster.db"));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Override
  Session store() {
    return store;
  }
}
