package dev.muster.app.cli.text;

import dev.muster.app.document.ReplacedFile;
import dev.muster.app.format.restauth.RestAuthSection.Kind;
import dev.muster.app.job.restauth.RestAuthLog;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Keeps generated passwords in a file that only this account can read: {@code users}, the name and
 * the password on each line, with tabs between. It is complete before the import is committed, and
 * not made at all when that fails.
 */
public final class PasswordsFile implements RestAuthLog, Closeable {

  private final Optional<Path> file;
  private final Spool lines = new Spool();

  /**
   * A file for passwords.
   *
   * @param file empty where none are made up
   */
  public PasswordsFile(Optional<Path> file) {
    this.file = file;
  }

  @Override
  public void begin() {
    lines.clear();
  }

  @Override
  public void generated(Kind section, String name, String password) {
    lines.line(section.wireName() + "\t" + name + "\t" + password);
  }

  @Override
  public void end(boolean kept) {
    if (!kept || file.isEmpty()) {
      return;
    }
    try (ReplacedFile target = ReplacedFile.begin(file.get(), ReplacedFile.Readers.OWNER)) {
      Writer writer = new OutputStreamWriter(target.out(), StandardCharsets.UTF_8);
      lines.writeTo(writer);
      writer.flush();
      target.complete();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    lines.close();
  }
}
