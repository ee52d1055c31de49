package dev.muster.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.job.Job;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SqliteSubmittedImportsTest extends SubmittedImportsContract {

  @Override
  String emptyDirectory() {
    return StoreKind.SQLITE.emptyDirectory(folder, "muster");
  }

  private Path inputs() {
    return folder.resolve("muster.db-inputs");
  }

  @Test
  void aJobTakesItsInputAlong() {
    Job job = submit("imp_1", new byte[] {1});
    assertThat(inputs()).isDirectoryContaining(file -> file.endsWith("imp_1"));

    delete(job);

    assertThat(submitted.input(job)).isEmpty();
    assertThat(inputs()).isEmptyDirectory();
  }

  @Test
  void anInputWithoutAJobIsDropped() throws Exception {
    submitted.receive("imp_1", new ByteArrayInputStream(new byte[] {1})).close();
    assertThat(inputs()).isEmptyDirectory();
  }

  @Test
  void aTemporaryFileIsAdoptedAndOutlivesItsFirstName() throws Exception {
    Path temporary = Files.write(folder.resolve("temporary"), new byte[] {7});
    Job job = adopt("imp_1", temporary);
    Files.delete(temporary);

    assertThat(submitted.file(job))
        .get()
        .satisfies(file -> assertThat(file).hasBinaryContent(new byte[] {7}));
  }

  @Test
  void anAdoptedFileWithoutAJobIsDropped() throws Exception {
    Path temporary = Files.write(folder.resolve("temporary"), new byte[] {7});
    submitted.adopt("imp_1", temporary).orElseThrow().close();
    assertThat(inputs()).isEmptyDirectory();
    assertThat(temporary).exists();
  }
}
