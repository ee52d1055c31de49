package dev.muster.app.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.app.job.Job;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class PostgresSubmittedImportsTest extends SubmittedImportsContract {

  @Override
  String emptyDirectory() {
    return PostgresServer.emptyDirectory();
  }

  @Test
  void aJobTakesItsInputAlong() {
    Job job = submit("imp_1", new byte[] {1});
    InputStream input = submitted.input(job).orElseThrow();

    delete(job);

    assertThatThrownBy(input::read).isInstanceOf(IOException.class).hasMessageContaining("deleted");
  }
}
