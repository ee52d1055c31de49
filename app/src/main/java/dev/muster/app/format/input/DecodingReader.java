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
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Turns bytes into text and is strict about it: the JDK's readers either replace what is no text or
 * don't say where it stands. Not thread-safe.
 */
public final class DecodingReader extends Reader {

  private static final int BUFFER_BYTES = 1 << 16;

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

  /**
   * A reader of the text that a stream holds from here on.
   *
   * @param bytesBefore how many bytes the stream has given already, for telling places
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
   * Notes from now on where lines start, in bytes from the start of the input; null where that
   * can't be known. To be called before anything is read. Lines that nobody needs any more have to
   * be forgotten, or they are kept to the end.
   */
  public @Nullable LineStarts noteLineStarts() {
    lineStarts = units == LineUnits.UNKNOWN ? null : new LineStarts(bytesFetched);
    return lineStarts;
  }

  /**
   * Reads some text.
   *
   * @param length at least 2, the room of a surrogate pair
   * @throws BadEncoding if the next bytes are no text
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
        if (units == LineUnits.BYTES) {
          countInBytes(from, bytes.position());
        } else {
          countInCharacters(target, offset, decoded);
        }
        return decoded;
      }
      if (result.isError()) {
        throw new BadEncoding(charset, bytesFetched - bytes.remaining(), lineBreaks + 1);
      }
      if (fetchedAll) {
        atEnd = true;
      } else {
        fetch();
      }
    }
    return -1;
  }

  /** Whether all text was read. */
  public boolean isAtEnd() {
    return atEnd;
  }

  /**
   * Reads what is left and forgets it.
   *
   * @throws BadEncoding if it is not all text
   */
  public void drain() throws IOException {
    lineStarts = null;
    char[] target = new char[BUFFER_BYTES];
    while (read(target, 0, target.length) >= 0) {
      // Only whether it can be read is of interest.
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
    long start = bytesFetched - bytes.limit() + 1; // the offset of the byte after place 0
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
   * Takes a control character that may be a line break.
   *
   * @param next the offset of what follows it
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
