package dev.muster.app.format.restauth;

import dev.muster.app.format.RejectWriter;
import dev.muster.app.format.json.JsonTokens;
import dev.muster.app.format.json.ReasonSplice;
import dev.muster.app.json.JsonText;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/**
 * Writes rejected entries as a RestAuth document. The source of an entry is a document with only
 * this entry: {@code {"users": {"NAME": {…}}}}.
 */
final class RestAuthRejects implements RejectWriter {

  private final OutputStream out;
  private @Nullable String section;

  RestAuthRejects(OutputStream out) {
    this.out = new BufferedOutputStream(out);
  }

  /** A document with only one section, with only one entry. */
  static byte[] inSection(RestAuthSection.Kind kind, byte[] entry) {
    byte[] head = utf8("{\"" + kind.wireName() + "\":");
    byte[] document = new byte[head.length + entry.length + 1];
    System.arraycopy(head, 0, document, 0, head.length);
    System.arraycopy(entry, 0, document, head.length, entry.length);
    document[document.length - 1] = '}';
    return document;
  }

  @Override
  public void write(byte[] source, String reason) throws IOException {
    try (JsonParser in = JsonTokens.FACTORY.createParser(ObjectReadContext.empty(), source)) {
      in.nextToken();
      String of = in.nextName();
      in.nextToken();
      String name = in.nextName();
      JsonToken first = in.nextToken();
      int from = (int) in.currentTokenLocation().getByteOffset();
      in.skipChildren();
      in.finishToken();
      int to = (int) in.currentLocation().getByteOffset();
      if (of == null || name == null || first == null) {
        return;
      }
      begin(of);
      StringBuilder quoted = new StringBuilder();
      JsonText.quote(quoted, name);
      write(quoted + ": ");
      out.write(ReasonSplice.splice(java.util.Arrays.copyOfRange(source, from, to), reason));
    }
  }

  private void begin(String of) throws IOException {
    if (of.equals(section)) {
      write(",\n");
      return;
    }
    write(section == null ? "{" : "\n},\n");
    write("\"" + of + "\": {\n");
    section = of;
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    try (out) {
      write(section == null ? "{}\n" : "\n}}\n");
    }
  }

  private void write(String text) throws IOException {
    out.write(utf8(text));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
