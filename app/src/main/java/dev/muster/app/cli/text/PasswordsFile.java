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
 * Writes generated passwords to a file that only this account can read. Each line has a section
 * such as {@code users}, a name and a password, separated by tabs. The file is complete before the
 * import is committed. It is not created if the import fails.
 */
public final class PasswordsFile implements RestAuthLog, Closeable {

  private final Optional<Path> file;
  private final Spool lines = new Spool();

  /**
   * Prepares a file for passwords.
   *
   * @param file empty if no passwords are generated
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
