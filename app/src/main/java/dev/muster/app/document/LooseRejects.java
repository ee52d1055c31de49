package dev.muster.app.document;

import dev.muster.app.format.RejectWriter;
import dev.muster.app.json.JsonText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes rejects as NDJSON if their input is gone. Rejects of a JSON format can be imported again;
 * a table's row becomes {@code {"cells":[…]}}, because its header is unknown.
 */
final class LooseRejects implements RejectWriter {

  private final OutputStream out;

  LooseRejects(OutputStream out) {
    this.out = out;
  }

  @Override
  public void write(byte[] source, String reason) throws IOException {
    String text = new String(source, StandardCharsets.UTF_8).strip().replaceAll("[\r\n]+", " ");
    StringBuilder line = new StringBuilder(text.length() + reason.length() + 32);
    if (text.startsWith("{") && text.endsWith("}")) {
      String members = text.substring(1, text.length() - 1).strip();
      line.append('{').append(members).append(members.isEmpty() ? "" : ",");
    } else if (text.startsWith("[")) {
      line.append("{\"cells\":").append(text).append(',');
    } else {
      line.append("{\"text\":");
      JsonText.quote(line, text);
      line.append(',');
    }
    JsonText.quote(line, REASON);
    line.append(':');
    JsonText.quote(line, reason);
    out.write(line.append("}\n").toString().getBytes(StandardCharsets.UTF_8));
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
