package dev.muster.app.format;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Writes rejected records one a line. */
final class LineRejects implements RejectWriter {

  private final OutputStream out;

  LineRejects(OutputStream out) {
    this.out = new BufferedOutputStream(out);
  }

  @Override
  public void write(byte[] source, String reason) throws IOException {
    out.write(ReasonSplice.splice(source, reason));
    out.write('\n');
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
