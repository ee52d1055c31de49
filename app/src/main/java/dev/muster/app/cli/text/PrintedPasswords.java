package dev.muster.app.cli.text;

import dev.muster.app.format.restauth.RestAuthSection.Kind;
import dev.muster.app.job.restauth.RestAuthLog;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;

/**
 * Prints generated passwords, as {@code restauth-import} does, just before the commit, and only if
 * the import is to be committed. If they can't be printed, nothing is committed.
 */
public final class PrintedPasswords implements RestAuthLog, Closeable {

  private final PrintWriter out;
  private final Spool lines = new Spool();

  /** Prints to a stream, which must not be the one for the JSON document. */
  public PrintedPasswords(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void begin() {
    lines.clear();
  }

  @Override
  public void generated(Kind section, String name, String password) {
    lines.line("* " + name + ": Generated password: " + password);
  }

  @Override
  public void end(boolean kept) {
    if (!kept) {
      return;
    }
    try {
      lines.writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (out.checkError()) {
      throw new UncheckedIOException(new IOException("the passwords can't be printed"));
    }
  }

  @Override
  public void close() {
    lines.close();
  }
}
