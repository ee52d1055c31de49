package dev.muster.app.store;

import dev.muster.app.joblog.JobLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class PostgresJobLogTest extends JobLogContract {

  private PostgresStore store;

  @BeforeEach
  void open() {
    store = PostgresServer.emptyStore();
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
