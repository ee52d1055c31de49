package dev.muster.app.store;

import dev.muster.app.joblog.JobLog;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteJobLogTest extends JobLogContract {

  @TempDir private Path folder;
  private SqliteStore store;

  @BeforeEach
  void open() {
    store = SqliteStore.open(folder.resolve("muster.db"));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Override
  JobLog log() {
    return store.jobs();
  }
}
