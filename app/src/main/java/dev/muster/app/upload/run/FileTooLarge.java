package dev.muster.app.upload.run;

import java.io.IOException;
import java.io.Serial;

/** An uploaded file has more bytes than allowed. */
public final class FileTooLarge extends IOException {

  @Serial private static final long serialVersionUID = 1;

  private final long bytesMax;

  FileTooLarge(long bytesMax) {
    super("the file is larger than " + bytesMax + " bytes");
    this.bytesMax = bytesMax;
  }

  /** How many bytes are allowed. */
  public long bytesMax() {
    return bytesMax;
  }
}
