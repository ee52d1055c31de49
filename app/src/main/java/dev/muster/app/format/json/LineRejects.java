package dev.muster.app.format.json;

import dev.muster.app.format.RejectWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Writes rejected records as NDJSON. */
public final class LineRejects implements RejectWriter {

  private final OutputStream out;

  public LineRejects(OutputStream out) {
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
