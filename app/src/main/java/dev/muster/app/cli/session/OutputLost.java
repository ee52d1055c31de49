package dev.muster.app.cli.session;

import java.io.IOException;
import java.io.Serial;
import java.util.Locale;

/** Thrown when standard output can't be written; ends the command. */
public final class OutputLost extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  OutputLost(IOException cause) {
    super(cause.getMessage(), cause);
  }

  /** Whether the reader has closed the pipe, as {@code head} does; that is not an error. */
  public boolean isBrokenPipe() {
    return String.valueOf(getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
  }
}
