package dev.muster.app.store.sqlite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputFolderTest {

  @TempDir private Path parent;
  private Path path;
  private InputFolder folder;

  @BeforeEach
  void name() {
    path = parent.resolve("muster.db-inputs");
    folder = new InputFolder(path);
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }

  @Test
  void anInputComesBackAsItWasAndOnlyItsOwnerMayReadIt() throws Exception {
    folder.keep("imp_1", bytes("a"));
    folder.keep("imp_2", bytes("b"));
    try (InputStream in = folder.open("imp_1").orElseThrow()) {
      assertThat(in.readAllBytes()).isEqualTo("a".getBytes(UTF_8));
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
        .isEqualTo("rwx------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path.resolve("imp_1"))))
        .isEqualTo("rw-------");
    folder.delete("imp_1");
    assertThat(folder.open("imp_1")).isEmpty();
    assertThat(folder.open("imp_2")).isPresent();
  }

  @Test
  void anInputThatBreaksOffLeavesNothing() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("on purpose");
          }

          @Override
          public int read(byte[] bytes, int offset, int length) throws IOException {
            throw new IOException("on purpose");
          }
        };
    assertThatThrownBy(() -> folder.keep("imp_1", broken)).isInstanceOf(IOException.class);
    assertThat(path).isEmptyDirectory();
  }

  @Test
  void orphansAreDeletedWhenNoSubmissionCanBeUnderWay() throws Exception {
    for (String name : Set.of("imp_known", "imp_orphan", "imp_new", "imp_dead.part")) {
      folder.keep(name, bytes("x"));
      if (!name.equals("imp_new")) {
        Files.setLastModifiedTime(
            path.resolve(name), FileTime.from(Instant.now().minus(Duration.ofHours(2))));
      }
    }
    folder.deleteOrphans("imp_known"::equals);
    assertThat(path)
        .isDirectoryContaining(file -> file.endsWith("imp_known"))
        .isDirectoryContaining(file -> file.endsWith("imp_new"));
    assertThat(folder.open("imp_orphan")).isEmpty();
    assertThat(folder.open("imp_dead.part")).isEmpty();
  }

  @Test
  void aFolderThatIsNotThereHasNoOrphans() throws Exception {
    folder.deleteOrphans(id -> false);
    assertThat(path).doesNotExist();
  }
}
