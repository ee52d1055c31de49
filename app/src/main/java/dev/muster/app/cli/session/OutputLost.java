package dev.muster.app.cli.session;

import java.io.IOException;
import java.io.Serial;
import java.util.Locale;

/** Standard output can't be written to any more; ends the command that wanted to. */
public final class OutputLost extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  OutputLost(IOException cause) {
    super(cause.getMessage(), cause);
  }

  /** Whether its reader has closed the pipe, as {@code head} does; no error then. */
  public boolean isBrokenPipe() {
    return String.valueOf(getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
  }
}
