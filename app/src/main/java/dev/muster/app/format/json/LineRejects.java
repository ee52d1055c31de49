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
    out.write(ReasonSplice.splice(inOneLine(source), reason));
    out.write('\n');
  }

  /** A record without line ends, which JSON has only between its tokens. */
  private static byte[] inOneLine(byte[] source) {
    byte[] line = source;
    for (int i = 0; i < source.length; i++) {
      if (source[i] == '\n' || source[i] == '\r') {
        line = line == source ? source.clone() : line;
        line[i] = ' ';
      }
    }
    return line;
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
