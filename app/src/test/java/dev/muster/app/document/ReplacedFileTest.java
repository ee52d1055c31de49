package dev.muster.app.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.document.ReplacedFile.Readers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplacedFileTest {

  @TempDir Path folder;

  @Test
  void theOldFileStaysUntilTheNewOneIsComplete() throws IOException {
    Path target = Files.writeString(folder.resolve("f"), "old");

    try (ReplacedFile file = ReplacedFile.begin(target, Readers.USUAL)) {
      file.out().write("new".getBytes(UTF_8));
      assertThat(target).hasContent("old");
      file.complete();
    }

    assertThat(target).hasContent("new");
  }

  @Test
  void anIncompleteFileIsThrownAway() throws IOException {
    Path target = Files.writeString(folder.resolve("f"), "old");

    ReplacedFile.begin(target, Readers.USUAL).close();

    assertThat(target).hasContent("old");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(target);
    }
  }

  @Test
  void aSecretFileIsItsOwnersFromTheFirstByteOn() throws IOException {
    try (ReplacedFile file = ReplacedFile.begin(folder.resolve("f"), Readers.OWNER);
        Stream<Path> files = Files.list(folder)) {
      Path unfinished = files.findFirst().orElseThrow();
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(unfinished)))
          .isEqualTo("rw-------");
      file.complete();
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("f"))))
        .isEqualTo("rw-------");
  }

  @Test
  void aLinkStaysALink() throws IOException {
    Path target = Files.writeString(folder.resolve("f"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link"), target);

    try (ReplacedFile file = ReplacedFile.begin(link, Readers.USUAL)) {
      file.out().write('x');
      file.complete();
    }

    assertThat(Files.isSymbolicLink(link)).isTrue();
    assertThat(target).hasContent("x");
  }

  @Test
  void whatIsInTheWayIsNamed() throws IOException {
    assertThat(ReplacedFile.obstacle(folder.resolve("f"))).isEmpty();
    assertThat(ReplacedFile.obstacle(folder).orElseThrow()).contains("is a directory");
    assertThat(ReplacedFile.obstacle(folder.resolve("none/f")).orElseThrow())
        .startsWith("there is no folder");
  }
}
