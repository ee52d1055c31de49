package dev.muster.app.tempfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryFolderTest {

  @TempDir private Path where;

  @Test
  void goesWithItsFilesWhenItIsClosed() throws Exception {
    TemporaryFolder folder = TemporaryFolder.make(where, "test");
    Files.writeString(folder.file("one"), "1");
    Files.writeString(folder.file("two"), "2");
    folder.close();
    folder.close();
    assertThat(found()).isEmpty();
  }

  @Test
  void isForThisAccountOnly() throws Exception {
    try (TemporaryFolder folder = TemporaryFolder.make(where, "test")) {
      Path path = folder.file("any").getParent();
      assertThat(path.getFileName().toString()).startsWith("muster-test-");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
          .isEqualTo("rwx------");
    }
  }

  @Test
  void whatAKilledProcessLeftGoesWhenTheNextFolderIsMade() throws Exception {
    FolderProcess other = FolderProcess.start(where);
    try (TemporaryFolder ours = TemporaryFolder.make(where, "test")) {
      assertThat(other.folder().resolve("secret")).exists();
      other.kill();
      assertThat(other.folder().resolve("secret")).exists();
      try (TemporaryFolder next = TemporaryFolder.make(where, "test")) {
        assertThat(found())
            .containsExactlyInAnyOrder(next.file("any").getParent(), ours.file("any").getParent());
      }
    } finally {
      other.kill();
    }
  }

  @Test
  void othersLeaveAloneWhatIsInUse() throws Exception {
    try (TemporaryFolder ours = TemporaryFolder.make(where, "test");
        TemporaryFolder another = TemporaryFolder.make(where, "test")) {
      Files.writeString(ours.file("kept"), "");
      Files.writeString(another.file("kept"), "");
      FolderProcess other = FolderProcess.start(where);
      other.close();
      assertThat(other.folder()).doesNotExist();
      assertThat(ours.file("kept")).exists();
      assertThat(another.file("kept")).exists();
    }
  }

  @Test
  void whatHasNoLockIsNotMuster() throws Exception {
    Path folder = Files.createDirectory(where.resolve("muster-notes"));
    Files.writeString(folder.resolve("notes"), "keep me");
    Files.writeString(folder.resolve("lock"), "a lock of its own");
    TemporaryFolder.make(where, "test").close();
    assertThat(folder.resolve("notes")).exists();
  }

  private List<Path> found() throws IOException {
    try (Stream<Path> files = Files.list(where)) {
      return files.toList();
    }
  }
}
