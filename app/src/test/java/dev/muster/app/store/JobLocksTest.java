package dev.muster.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.apply.StoreUnavailable;
import java.io.Closeable;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobLocksTest {

  @TempDir private Path folder;

  @Test
  void aJobIsHeldByOneAtATime() throws Exception {
    Path file = folder.resolve("jobs");
    try (JobLocks one = new JobLocks(file);
        JobLocks other = new JobLocks(file)) {
      Closeable hold = one.hold(1).orElseThrow();
      assertThat(other.hold(1)).isEmpty();
      assertThat(one.hold(1)).isEmpty();
      hold.close();
      assertThat(other.hold(1)).isPresent();
    }
  }

  @Test
  void jobsAreHeldIndependently() {
    Path file = folder.resolve("jobs");
    try (JobLocks one = new JobLocks(file);
        JobLocks other = new JobLocks(file)) {
      assertThat(one.hold(1)).isPresent();
      assertThat(other.hold(2)).isPresent();
    }
  }

  @Test
  void closingGivesEverythingBack() {
    Path file = folder.resolve("jobs");
    try (JobLocks one = new JobLocks(file)) {
      assertThat(one.hold(1)).isPresent();
    }
    try (JobLocks other = new JobLocks(file)) {
      assertThat(other.hold(1)).isPresent();
    }
  }

  @Test
  void aFileThatCanNotBeMadeIsNamed() {
    try (JobLocks locks = new JobLocks(folder.resolve("nowhere").resolve("jobs"))) {
      assertThatThrownBy(() -> locks.hold(1))
          .isInstanceOf(StoreUnavailable.class)
          .hasMessageContaining("nowhere");
    }
  }
}
