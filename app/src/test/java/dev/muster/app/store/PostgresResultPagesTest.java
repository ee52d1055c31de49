package dev.muster.app.store;

import dev.muster.app.job.JobStore;
import dev.muster.app.store.postgres.PostgresSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class PostgresResultPagesTest extends ResultPagesContract {

  private PostgresSession store;

  @BeforeEach
  void open() {
    store = PostgresServer.emptyStore();
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Override
  JobStore log() {
    return store.jobs();
  }
}
