package dev.muster.app.remote.auth0;

import dev.muster.app.format.input.InputEncoding;
import dev.muster.app.format.input.InputFile;
import dev.muster.app.format.input.InputLimits;
import dev.muster.app.json.JsonParser;
import dev.muster.app.json.JsonSyntax;
import dev.muster.problem.InputRefused;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a payload into the texts of its users, which are checked to be valid JSON objects. Holds one
 * of them at a time.
 */
public final class PayloadReader implements Closeable {

  private static final int END = -1;
  private static final int WORD_BYTES_MAX = 64;

  private final InputStream in;
  private final JsonParser parser;
  private final int recordBytesMax;
  private final PayloadKind kind;
  private int next; // the byte that is read next, or END
  private long line = 1;
  private long index;
  private boolean ended;

  private PayloadReader(InputStream in, InputLimits limits) throws IOException, PayloadProblem {
    this.in = in;
    this.recordBytesMax = limits.recordBytes();
    this.parser = new JsonParser(limits.depth(), limits.fieldCharacters());
    this.next = in.read();
    this.kind = start();
  }

  /**
   * Opens a payload and reads its first character. A byte order mark is accepted.
   *
   * @throws InputRefused if its encoding is unknown
   * @throws PayloadProblem if it is no array
   */
  public static PayloadReader open(InputFile file, InputLimits limits)
      throws IOException, InputRefused, PayloadProblem {
    InputStream in = new BufferedInputStream(InputEncoding.ofJson("auto", file).checkedUtf8(file));
    try {
      return new PayloadReader(in, limits);
    } catch (IOException | PayloadProblem e) {
      in.close();
      throw e;
    }
  }

  public PayloadKind kind() {
    return kind;
  }

  private PayloadKind start() throws IOException, PayloadProblem {
    skipSpace();
    switch (next) {
      case END -> throw PayloadProblem.endedEarly();
      case '[' -> {
        advance();
        skipSpace();
        return PayloadKind.ARRAY;
      }
      case '{' -> {
        return PayloadKind.LINES;
      }
      case '"' -> throw PayloadProblem.notArray("string");
      default -> {
        return word();
      }
    }
  }

  private PayloadKind word() throws IOException, PayloadProblem {
    int first = next;
    StringBuilder word = new StringBuilder();
    while (next != END && next > ' ' && word.length() < WORD_BYTES_MAX) {
      word.append((char) next);
      advance();
    }
    skipSpace();
    if (next == END && word.toString().equals("null")) {
      ended = true;
      return PayloadKind.NULL;
    }
    if (next == END && word.toString().matches("true|false")) {
      throw PayloadProblem.notArray("bool");
    }
    if (next == END && word.toString().matches("-?[0-9.eE+-]+")) {
      throw PayloadProblem.notArray("number");
    }
    throw PayloadProblem.unexpected(first, "looking for beginning of value");
  }

  /**
   * The next user; null after the last.
   *
   * @throws PayloadProblem if the rest is no valid JSON of the payload's kind
   */
  public @Nullable UserText next() throws IOException, PayloadProblem {
    skipSpace();
    if (ended) {
      return null;
    }
    if (kind == PayloadKind.LINES) {
      return next == END ? end() : user();
    }
    if (index == 0 && next == ']') {
      return endOfArray();
    }
    if (index > 0) {
      if (next == ']') {
        return endOfArray();
      }
      expect(',', "after array element");
      skipSpace();
    }
    return user();
  }

  private @Nullable UserText end() throws PayloadProblem {
    ended = true;
    if (index == 1) {
      throw PayloadProblem.notArray("object");
    }
    return null;
  }

  private @Nullable UserText endOfArray() throws IOException, PayloadProblem {
    advance();
    skipSpace();
    if (next != END) {
      throw PayloadProblem.unexpected(next, "after top-level value");
    }
    ended = true;
    return null;
  }

  private UserText user() throws IOException, PayloadProblem {
    long begun = line;
    byte[] json = next == '{' || next == '[' ? bracketed() : scalar();
    try {
      Value value = parser.parse(json, 0, json.length);
      if (!(value instanceof Struct) && !value.equals(Value.NULL)) {
        String type = value.typeName().equals("boolean") ? "bool" : value.typeName();
        throw PayloadProblem.notObject(type);
      }
    } catch (JsonSyntax e) {
      throw new PayloadProblem(
          "user " + (index + 1) + ", line " + (begun + e.line() - 1) + ": " + e.getMessage());
    }
    return new UserText(index++, begun, json);
  }

  private byte[] bracketed() throws IOException, PayloadProblem {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    int depth = 0;
    boolean quoted = false;
    boolean escaped = false;
    do {
      if (next == END) {
        throw PayloadProblem.endedEarly();
      }
      text.write(next);
      if (text.size() > recordBytesMax) {
        throw new PayloadProblem(
            "user "
                + (index + 1)
                + " has more than "
                + recordBytesMax
                + " bytes (limits: record_bytes)");
      }
      if (quoted) {
        quoted = escaped || next != '"';
        escaped = !escaped && next == '\\';
      } else if (next == '"') {
        quoted = true;
      } else if (next == '{' || next == '[') {
        depth++;
      } else if (next == '}' || next == ']') {
        depth--;
      }
      advance();
    } while (depth > 0);
    return text.toByteArray();
  }

  private byte[] scalar() throws IOException, PayloadProblem {
    if (next == END) {
      throw PayloadProblem.endedEarly();
    }
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    boolean escaped = false;
    boolean quoted = next == '"';
    do {
      text.write(next);
      escaped = quoted && !escaped && next == '\\';
      advance();
      if (quoted && !escaped && next == '"') {
        text.write(next);
        advance();
        return text.toByteArray();
      }
    } while (next != END
        && (quoted || (next != ',' && next != ']' && next > ' '))
        && text.size() < recordBytesMax);
    return text.toByteArray();
  }

  private void expect(int character, String place) throws IOException, PayloadProblem {
    if (next == END) {
      throw PayloadProblem.endedEarly();
    }
    if (next != character) {
      throw PayloadProblem.unexpected(next, place);
    }
    advance();
  }

  private void skipSpace() throws IOException {
    while (next == ' ' || next == '\t' || next == '\r' || next == '\n') {
      advance();
    }
  }

  private void advance() throws IOException {
    if (next == '\n') {
      line++;
    }
    next = in.read();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
