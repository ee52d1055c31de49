package dev.muster.app.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.apply.StoreUnavailable;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class FailuresTest {

  @Test
  void aBrokenWorldIsASentenceAndARemedy() {
    for (String message : new String[] {"the disk is full", "the disk is full."}) {
      assertThat(Failures.reason(new StoreUnavailable(message, "Make room.", new IOException())))
          .isEqualTo("the disk is full. Make room.");
    }
  }

  @Test
  void aCauseNamesNeitherTheFileNorARemedy() {
    assertThat(Failures.cause(new NoSuchFileException("x/.f.0.unfinished")))
        .isEqualTo("its folder is gone");
    assertThat(Failures.cause(new AccessDeniedException("f"))).isEqualTo("permission denied");
    assertThat(Failures.cause(new FileSystemException("f", null, "Read-only file system")))
        .isEqualTo("Read-only file system");
    assertThat(Failures.cause(new IOException("No space left"))).isEqualTo("No space left");
  }
}
