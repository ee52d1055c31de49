package dev.muster.app.format.authgear;

import dev.muster.app.format.RejectWriter;
import dev.muster.app.format.json.ReasonSplice;
import dev.muster.profile.authgear.AuthgearIdentifier;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes rejected records as a request document. */
final class RequestRejects implements RejectWriter {

  private final OutputStream out;
  private boolean begun;

  RequestRejects(OutputStream out, AuthgearIdentifier identifier, boolean upsert)
      throws IOException {
    this.out = new BufferedOutputStream(out);
    write(
        "{\"identifier\": \""
            + identifier.wireName()
            + "\", \"upsert\": "
            + upsert
            + ", \"records\": [");
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
      write("\n]}\n");
    }
  }

  private void write(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
