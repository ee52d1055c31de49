package dev.muster.app.store;

import dev.muster.app.job.JobStore;
import dev.muster.app.store.postgres.PostgresSession;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresResultPagesTest extends ResultPagesContract {

  private PostgresSession store;

  private String address = "";

  @BeforeEach
  void open() {
    address = PostgresServer.emptyDirectory();
    store = (PostgresSession) StoreKind.open(address);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Override
  JobStore log() {
    return store.jobs();
  }

  /** Citus carries out no statement that relates the rows of two distributed tables like this. */
  @Test
  void noStatementAsksForChunksAndProblemsAtOnce() throws Exception {
    try (Connection connection = PostgresServer.connect(address);
        Statement statement = connection.createStatement()) {
      statement.execute("ALTER TABLE job_problems RENAME TO stored_problems");
      statement.execute(
          """
          CREATE FUNCTION asked_alone() RETURNS boolean LANGUAGE plpgsql AS $$
          BEGIN
            IF current_query() LIKE '%job_chunks%' THEN
              RAISE EXCEPTION 'asked together with chunks';
            END IF;
            RETURN true;
          END $$""");
      statement.execute(
          "CREATE VIEW job_problems AS SELECT * FROM stored_problems WHERE asked_alone()");
    }
    pagesHoldWhatEveryFilterFitsAndNothingElse();
  }
}
