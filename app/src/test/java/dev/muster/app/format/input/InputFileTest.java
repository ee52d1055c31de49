package dev.muster.app.format.input;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.app.tempfile.TemporaryFolder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputFileTest {

  /** {@code printf 'three users' | sha256sum} */
  private static final String SHA256 =
      "8d073bf8bfd63538d8f64947768e1be21d0f581ed8f2ad309c6fe73ee7ee043e";

  @TempDir Path folder;

  @Test
  void aTemporaryCopyHasTheDigestOfAFileWithTheSameBytes() throws Exception {
    Path file = Files.writeString(folder.resolve("users"), "three users");
    try (TemporaryFolder temporary = TemporaryFolder.make(folder, "test");
        InputFile copy = spool("three users", temporary)) {
      assertThat(copy.digest())
          .isEqualTo(SHA256)
          .isEqualTo(InputFile.at(file, InputLimits.DEFAULTS).digest());
      assertThat(copy.path()).hasContent("three users");
    }
  }

  @Test
  void copiesInOneFolderAreDeletedOneByOne() throws Exception {
    try (TemporaryFolder temporary = TemporaryFolder.make(folder, "test");
        InputFile kept = spool("kept", temporary)) {
      InputFile closed = spool("closed", temporary);
      closed.close();

      assertThat(closed.path()).doesNotExist();
      assertThat(kept.path()).hasContent("kept");
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void nothingIsLeftOfAStreamThatBreaksOff() throws Exception {
    InputStream broken = InputStream.nullInputStream();
    broken.close();
    InputStream source = new SequenceInputStream(new ByteArrayInputStream(new byte[5]), broken);
    try (TemporaryFolder temporary = TemporaryFolder.make(folder, "test")) {
      assertThatThrownBy(() -> InputFile.spool(source, "test", InputLimits.DEFAULTS, temporary))
          .isInstanceOf(IOException.class);
      assertThat(temporary.file("file-1")).doesNotExist();
    }
  }

  private static InputFile spool(String text, TemporaryFolder folder) throws IOException {
    return InputFile.spool(
        new ByteArrayInputStream(text.getBytes(UTF_8)), "test", InputLimits.DEFAULTS, folder);
  }
}
