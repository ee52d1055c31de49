package dev.muster.app.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.app.store.LockProcess;
import dev.muster.apply.StoreUnavailable;
import java.io.Closeable;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobLocksTest {

  @TempDir private Path folder;

  @Test
  void aJobIsHeldByOneAtATime() throws Exception {
    try (JobLocks locks = new JobLocks(folder.resolve("jobs"))) {
      Closeable hold = locks.hold(1).orElseThrow();
      assertThat(locks.hold(1)).isEmpty();
      assertThat(locks.hold(2)).as("another job").isPresent();
      assertThat(locks.isHeld(1)).isTrue();
      hold.close();
      hold.close();
      assertThat(locks.isHeld(1)).isFalse();
      assertThat(locks.hold(1)).isPresent();
    }
  }

  @Test
  void aHoldThatIsClosedTwiceDoesNotReleaseTheNextOne() throws Exception {
    try (JobLocks locks = new JobLocks(folder.resolve("jobs"))) {
      Closeable first = locks.hold(1).orElseThrow();
      first.close();
      assertThat(locks.hold(1)).isPresent();
      first.close();
      assertThat(locks.isHeld(1)).isTrue();
    }
  }

  @Test
  void otherProcessesSeeWhatIsHeld() throws Exception {
    Path file = folder.resolve("jobs");
    try (JobLocks locks = new JobLocks(file);
        LockProcess other = LockProcess.start(file)) {
      Closeable hold = locks.hold(1).orElseThrow();
      assertThat(other.looks(1)).as("held here").isTrue();
      assertThat(other.holds(1)).as("taken by the other one").isFalse();
      assertThat(other.holds(2)).isTrue();
      assertThat(locks.isHeld(2)).as("held there").isTrue();
      assertThat(locks.hold(2)).isEmpty();
      hold.close();
      assertThat(other.looks(1)).isFalse();
    }
  }

  @Test
  void aProcessThatIsKilledHoldsNothing() throws Exception {
    Path file = folder.resolve("jobs");
    try (JobLocks locks = new JobLocks(file);
        LockProcess other = LockProcess.start(file)) {
      assertThat(other.holds(7)).isTrue();
      other.kill();
      assertThat(locks.isHeld(7)).isFalse();
      assertThat(locks.hold(7)).isPresent();
    }
  }

  /** Somebody who looks all the time keeps nobody from taking a job. */
  @Test
  void lookingTakesNothing() throws Exception {
    Path file = folder.resolve("jobs");
    try (JobLocks locks = new JobLocks(file);
        LockProcess other = LockProcess.start(file)) {
      other.looksAllTheTime(1);
      for (int i = 0; i < 2000; i++) {
        Closeable hold = locks.hold(1).orElseThrow();
        hold.close();
      }
    }
  }

  @Test
  void lookingMakesNoFile() {
    Path file = folder.resolve("jobs");
    try (JobLocks locks = new JobLocks(file)) {
      assertThat(locks.isHeld(1)).isFalse();
      assertThat(file).doesNotExist();
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
