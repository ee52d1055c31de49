package dev.muster.app.tempfile;

import java.io.IOException;
import java.io.Serial;

/** The source of a copy can't be read to its end; it has the message of the cause. */
public final class SourceBroken extends IOException {

  @Serial private static final long serialVersionUID = 1;

  SourceBroken(IOException cause) {
    super(cause.getMessage(), cause);
  }
}
