package dev.muster.app.format;

import dev.muster.problem.InputProblem;
import dev.muster.problem.InputRefused;
import dev.muster.problem.ProblemCode;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Opens an input of JSON as UTF-8 without a byte order mark. JSON is UTF-8 (RFC 8259, section 8.1),
 * but the shells of Windows write UTF-16; that and UTF-32 are recognised by their mark, or by the
 * NULs beside an ASCII character (RFC 4627, section 3), and any other encoding may be named.
 */
final class Utf8Input implements Closeable {

  /** Stands for: look at the input. */
  private static final String AUTO = "auto";

  private final InputStream stream;
  private final int skippedBytes;
  private final @Nullable Charset source;

  private Utf8Input(InputStream stream, int skippedBytes, @Nullable Charset source) {
    this.stream = stream;
    this.skippedBytes = skippedBytes;
    this.source = source;
  }

  /**
   * Opens an input from its start.
   *
   * @param encoding a character set's name, or {@code auto}
   * @throws InputRefused if there is no such character set
   */
  static Utf8Input open(InputFile file, String encoding) throws InputRefused, IOException {
    Charset named = encoding.equals(AUTO) ? null : charset(encoding);
    InputStream in = file.open();
    try {
      return of(in, named);
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  /** Opens an input again whose encoding is known to exist. */
  static InputStream reopen(InputFile file, String encoding) throws IOException {
    try {
      return open(file, encoding).stream();
    } catch (InputRefused e) {
      throw new IOException(e);
    }
  }

  private static Utf8Input of(InputStream raw, @Nullable Charset named) throws IOException {
    PushbackInputStream in = new PushbackInputStream(raw, 4);
    byte[] start = in.readNBytes(4);
    int mark = named == null || named.equals(StandardCharsets.UTF_8) ? utf8Mark(start) : 0;
    in.unread(start, mark, start.length - mark);
    Charset source = named == null ? sniffed(start) : named;
    return source.equals(StandardCharsets.UTF_8)
        ? new Utf8Input(in, mark, null)
        : new Utf8Input(
            withoutMark(new TranscodedInput(new DecodingReader(in, source, 0))), 0, source);
  }

  /** The bytes; where the input is UTF-8 they are as they are, well-formed or not. */
  InputStream stream() {
    return stream;
  }

  /** The bytes; reading throws {@link BadEncoding} where the input is not well-formed. */
  InputStream checkedStream() {
    return source == null ? new CheckedUtf8(stream, skippedBytes) : stream;
  }

  /** The encoding for people: {@code UTF-8}. */
  String encoding() {
    return source == null ? "UTF-8" : source.name();
  }

  /** The offset in the input of an offset in the stream; -1 where it isn't known. */
  long inputOffset(long streamOffset) {
    return source == null && streamOffset >= 0 ? streamOffset + skippedBytes : -1;
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }

  private static Charset charset(String name) throws InputRefused {
    return Charsets.named(name)
        .orElseThrow(
            () ->
                new InputRefused(
                    InputProblem.of(
                        ProblemCode.BAD_ENCODING,
                        "there is no character set \""
                            + name
                            + "\"; some that there are: "
                            + Charsets.COMMON_NAMES)));
  }

  private static int utf8Mark(byte[] start) {
    boolean marked =
        ByteOrderMark.of(start).filter(found -> found == ByteOrderMark.UTF_8).isPresent();
    return marked ? ByteOrderMark.UTF_8.length() : 0;
  }

  private static Charset sniffed(byte[] start) {
    if (start.length < 2) {
      return StandardCharsets.UTF_8;
    }
    int pair = (start[0] & 0xff) << 8 | (start[1] & 0xff);
    int next = start.length < 4 ? -1 : (start[2] & 0xff) << 8 | (start[3] & 0xff);
    if ((pair == 0 && next > 0) || (next == 0 && (pair == 0xfffe || (pair & 0xff) == 0))) {
      return Charset.forName(pair == 0 ? "UTF-32BE" : "UTF-32LE");
    }
    if (pair == 0xfeff || (pair > 0 && pair < 0x100)) {
      return StandardCharsets.UTF_16BE;
    }
    return pair == 0xfffe || (pair > 0 && (pair & 0xff) == 0)
        ? StandardCharsets.UTF_16LE
        : StandardCharsets.UTF_8;
  }

  private static InputStream withoutMark(InputStream utf8) throws IOException {
    PushbackInputStream in = new PushbackInputStream(utf8, 3);
    byte[] start = in.readNBytes(3);
    int mark = utf8Mark(start);
    in.unread(start, mark, start.length - mark);
    return in;
  }
}
