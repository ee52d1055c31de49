package dev.muster.app.format.auth0;

import dev.muster.app.format.RejectWriter;
import dev.muster.app.format.json.ReasonSplice;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes rejected records as an array. Values that are no objects have no reason. */
final class ArrayRejects implements RejectWriter {

  private final OutputStream out;
  private boolean begun;

  ArrayRejects(OutputStream out) throws IOException {
    this.out = new BufferedOutputStream(out);
    write("[");
  }

  @Override
  public void write(byte[] source, String reason) throws IOException {
    write(begun ? ",\n" : "\n");
    begun = true;
    out.write(ReasonSplice.splice(source, reason));
  }

  @Override
  public void close() throws IOException {
    try (out) {
      write("\n]\n");
    }
  }

  private void write(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
