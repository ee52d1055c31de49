package dev.muster.app.upload.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Cuts a JSON text after some of its records, and closes what is open there, so that the first
 * records can be read without the rest. What is cut is still surveyed as any text, so that it need
 * not be valid.
 */
final class JsonBeginning {

  /** A text is cut after this many bytes, as soon as a record ends. */
  private static final int BYTES_WANTED = 1 << 18;

  private static final int BYTES_MAX = 1 << 23;
  private static final int DEPTH_MAX = 10_000;

  private final ByteArrayOutputStream text = new ByteArrayOutputStream();
  private final StringBuilder open = new StringBuilder();
  private int recordDepth;
  private boolean inString;
  private boolean escaped;

  private JsonBeginning(int recordDepth) {
    this.recordDepth = recordDepth;
  }

  /**
   * The beginning of a text. Whole texts come back as they are.
   *
   * @param utf8 the text
   * @param inSections whether the records are within members of one object; otherwise they are the
   *     elements of an array, or follow each other
   * @return empty if no record ends in the part that is looked at
   */
  static Optional<byte[]> of(InputStream utf8, boolean inSections) throws IOException {
    return new JsonBeginning(inSections ? 2 : -1).cut(utf8);
  }

  private Optional<byte[]> cut(InputStream utf8) throws IOException {
    byte[] buffer = new byte[1 << 15];
    for (int n = utf8.read(buffer); n >= 0; n = utf8.read(buffer)) {
      for (int i = 0; i < n; i++) {
        text.write(buffer[i]);
        boolean ended = see((char) (buffer[i] & 0xff));
        if (ended && text.size() >= BYTES_WANTED) {
          return Optional.of(closed());
        }
        if (text.size() >= BYTES_MAX || open.length() >= DEPTH_MAX) {
          return Optional.empty();
        }
      }
    }
    return Optional.of(text.toByteArray());
  }

  /** Looks at the next byte. True if it ends a record. */
  private boolean see(char c) {
    if (inString) {
      // a text has no line ends; one that has is broken, and the next line begins anew
      inString = c != '\n' && (escaped || c != '"');
      escaped = !escaped && c == '\\';
      return false;
    }
    if (c == '"') {
      inString = true;
    } else if (c == '{' || c == '[') {
      if (recordDepth < 0) {
        recordDepth = c == '[' ? 1 : 0;
      }
      open.append(c == '{' ? '}' : ']');
    } else if ((c == '}' || c == ']') && open.length() > 0) {
      open.setLength(open.length() - 1);
      return open.length() == recordDepth;
    }
    return false;
  }

  private byte[] closed() {
    for (int i = open.length() - 1; i >= 0; i--) {
      text.write(open.charAt(i));
    }
    return text.toByteArray();
  }
}
