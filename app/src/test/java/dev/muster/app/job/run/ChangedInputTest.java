package dev.muster.app.job.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.app.job.CommitPolicy;
import dev.muster.app.job.JobFilter;
import dev.muster.app.job.JobState;
import dev.muster.app.job.JobStore;
import dev.muster.app.settings.Settings;
import dev.muster.app.store.StoreKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Inputs that are written to between survey and import, with as many records as before. */
class ChangedInputTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "SQLITE, CHUNK, 5000",
    "SQLITE, WHOLE, 5000",
    "SQLITE, CHUNK, 3",
    "POSTGRESQL, CHUNK, 5000",
    "POSTGRESQL, WHOLE, 3"
  })
  void anImportOfThemIsNotCompleted(StoreKind kind, CommitPolicy commit, int records)
      throws Exception {
    Path file = ImportFixture.write(folder.resolve("in.ndjson"), ImportFixture.records(records));
    long size = Files.size(file);
    AtomicBoolean edited = new AtomicBoolean();
    Runnable editOnce =
        () -> {
          if (edited.compareAndSet(false, true)) {
            edit(file);
          }
        };
    String address = kind.emptyDirectory(folder, "muster");
    try (ImportFixture fixture = new ImportFixture(address, Settings.DEFAULTS, editOnce)) {
      assertThatThrownBy(() -> fixture.run(file, ImportFixture.options(true, false, commit)))
          .isInstanceOf(ImportBroken.class)
          .cause()
          .hasMessageContaining("the input changed while it was imported");
      assertThat(Files.size(file)).as("the edit keeps the size").isEqualTo(size);
      assertThat(edited).isTrue();
      assertThat(fixture.store.jobs().page(JobFilter.ALL, JobStore.LATEST, 100))
          .singleElement()
          .satisfies(job -> assertThat(job.state()).isNotEqualTo(JobState.COMPLETED));
      assertThat(fixture.users()).hasSizeLessThan(records / 2);
    }
  }

  /** Writes other records into the same file. */
  private static void edit(Path file) {
    try {
      String text = Files.readString(file, UTF_8);
      Files.writeString(file, text.replace("user", "resu"), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
