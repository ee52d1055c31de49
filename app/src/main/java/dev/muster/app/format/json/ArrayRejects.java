package dev.muster.app.format.json;

import dev.muster.app.format.RejectWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes rejected records as an array, which may be in a document. Values that are no objects have
 * no reason.
 */
public final class ArrayRejects implements RejectWriter {

  private final OutputStream out;
  private final String after;
  private boolean begun;

  /** An array that is the whole document. */
  public ArrayRejects(OutputStream out) throws IOException {
    this(out, "", "");
  }

  /**
   * An array within a document.
   *
   * @param before the document's text before the array
   * @param after its text after the array
   */
  public ArrayRejects(OutputStream out, String before, String after) throws IOException {
    this.out = new BufferedOutputStream(out);
    this.after = after;
    write(before + "[");
  }

  @Override
  public void write(byte[] source, String reason) throws IOException {
    write(begun ? ",\n" : "\n");
    begun = true;
    out.write(ReasonSplice.splice(source, reason));
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    try (out) {
      write("\n]" + after + "\n");
    }
  }

  private void write(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
