package dev.muster.app.format.input;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A strict decoder: it reports the position of invalid bytes. The JDK's readers either replace them
 * or don't report where they are. Not thread-safe.
 */
public final class DecodingReader extends Reader {

  private static final int BUFFER_BYTES = 1 << 16;

  /** Ctrl-Z, with which editors of MS-DOS ended texts. */
  private static final char END_OF_DOS = '\u001a';

  private final InputStream in;
  private final Charset charset;
  private final CharsetDecoder decoder;
  private final LineUnits units;
  private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER_BYTES).flip();
  private @Nullable LineStarts lineStarts;
  private long bytesFetched;
  private long lineBreaks;
  private boolean afterCarriageReturn;
  private boolean fetchedAll;
  private boolean atEnd;
  private boolean afterLineEnd;

  /**
   * Decodes the rest of a stream.
   *
   * @param bytesBefore how many bytes of the input precede the rest, to report positions
   */
  public DecodingReader(InputStream in, Charset charset, long bytesBefore) {
    this.in = in;
    this.charset = charset;
    this.bytesFetched = bytesBefore;
    this.units = LineUnits.of(charset);
    this.decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  /**
   * Starts to record the byte offsets of line starts; null if the charset doesn't allow that. Call
   * it before anything is read. The caller must forget lines that it doesn't need any more, to
   * bound memory.
   */
  public @Nullable LineStarts noteLineStarts() {
    lineStarts = units == LineUnits.UNKNOWN ? null : new LineStarts(bytesFetched);
    return lineStarts;
  }

  /**
   * Reads some text.
   *
   * @param length at least 2, for a surrogate pair
   * @throws BadEncoding if the next bytes are invalid
   */
  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, target.length);
    if (length < 2) {
      throw new IllegalArgumentException("there is no room for a surrogate pair");
    }
    CharBuffer text = CharBuffer.wrap(target, offset, length);
    while (!atEnd) {
      int from = bytes.position();
      CoderResult result = decoder.decode(bytes, text, fetchedAll);
      int decoded = text.position() - offset;
      if (decoded > 0) {
        char last = target[offset + decoded - 1];
        afterLineEnd = last == '\n' || last == '\r' || last == END_OF_DOS;
        if (units == LineUnits.BYTES) {
          countInBytes(from, bytes.position());
        } else {
          countInCharacters(target, offset, decoded);
        }
        return decoded;
      }
      if (result.isError()) {
        throw isCutOff(result)
            ? BadEncoding.cutOff(charset, bytesFetched, lineBreaks + 1)
            : new BadEncoding(charset, bytesFetched - bytes.remaining(), lineBreaks + 1);
      }
      if (fetchedAll) {
        atEnd = true;
      } else {
        fetch();
      }
    }
    return -1;
  }

  /**
   * Whether UTF-16 or UTF-32 ends in the middle of a character. A table that ends so in UTF-8 is
   * read as windows-1252.
   */
  private boolean isCutOff(CoderResult error) {
    boolean wide = charset.name().startsWith("UTF-") && !charset.equals(StandardCharsets.UTF_8);
    return wide && fetchedAll && error.length() == bytes.remaining();
  }

  /** Whether the end was reached. */
  public boolean isAtEnd() {
    return atEnd;
  }

  /** Whether the last character that was read ends a line, or a text as MS-DOS ended them. */
  public boolean isAfterLineEnd() {
    return afterLineEnd;
  }

  /**
   * Decodes and discards the rest.
   *
   * @throws BadEncoding if the rest has invalid bytes
   */
  public void drain() throws IOException {
    lineStarts = null;
    char[] target = new char[BUFFER_BYTES];
    while (read(target, 0, target.length) >= 0) {
      // only checks the encoding
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private void fetch() throws IOException {
    bytes.compact();
    int fetched = in.read(bytes.array(), bytes.position(), bytes.remaining());
    if (fetched < 0) {
      fetchedAll = true;
    } else {
      bytesFetched += fetched;
      bytes.position(bytes.position() + fetched);
    }
    bytes.flip();
  }

  private void countInBytes(int from, int to) {
    byte[] array = bytes.array();
    long start = bytesFetched - bytes.limit() + 1; // the offset of the byte after index 0
    boolean afterCr = afterCarriageReturn;
    for (int i = from; i < to; i++) {
      byte b = array[i];
      if (b <= '\r' && b >= 0) {
        lineBreak(b, afterCr, start + i);
        afterCr = b == '\r';
      } else {
        afterCr = false;
      }
    }
    afterCarriageReturn = afterCr;
  }

  private void countInCharacters(char[] text, int offset, int length) {
    int size = units == LineUnits.PAIRS ? 2 : 0;
    long start = bytesFetched - bytes.remaining() - (long) size * (offset + length - 1);
    boolean afterCr = afterCarriageReturn;
    for (int i = offset; i < offset + length; i++) {
      char c = text[i];
      if (c <= '\r') {
        lineBreak(c, afterCr, start + (long) size * i);
        afterCr = c == '\r';
      } else {
        afterCr = false;
      }
    }
    afterCarriageReturn = afterCr;
  }

  /**
   * Handles a control character that may be a line break.
   *
   * @param next the offset of the character after it
   */
  private void lineBreak(int c, boolean afterCr, long next) {
    LineStarts starts = lineStarts;
    if (c == '\r' || (c == '\n' && !afterCr)) {
      lineBreaks++;
      if (starts != null) {
        starts.add(next);
      }
    } else if (c == '\n' && starts != null) {
      starts.moveNewest(next);
    }
  }
}
