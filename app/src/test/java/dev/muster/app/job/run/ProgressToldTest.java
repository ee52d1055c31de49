package dev.muster.app.job.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.store.StoreKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProgressToldTest {

  private static final int RECORDS = 7_500;

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void afterEachChunkAndNotOnlyAtCommits(StoreKind kind) throws Exception {
    Path file = ImportFixture.write(folder.resolve("in.ndjson"), ImportFixture.records(RECORDS));
    List<Long> decided = new ArrayList<>();
    List<Long> done = new ArrayList<>();
    ImportProgress progress =
        new ImportProgress() {
          @Override
          public void decided(long records) {
            decided.add(records);
          }

          @Override
          public void done(long records) {
            done.add(records);
          }
        };
    try (ImportFixture trial = new ImportFixture(kind.emptyDirectory(folder, "x"))) {
      trial.imports().start(ImportFixture.request(file, ImportFixture.byChunk(), false), progress);
      int chunk = trial.store.chunkRecords();

      List<Long> chunks = new ArrayList<>();
      for (long end = chunk; end < RECORDS + chunk; end += chunk) {
        chunks.add(Math.min(end, RECORDS));
      }
      assertThat(decided).isEqualTo(chunks);
    }
    assertThat(done).isSorted().endsWith((long) RECORDS);
  }
}
