package dev.muster.app.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * A stream of text in some encoding, as UTF-8. Bytes that are no text in that encoding are {@link
 * InvalidText}, never replaced.
 */
final class TranscodedInput extends InputStream {

  private static final int CHARACTERS = 1 << 13;

  private final Reader reader;
  private final Charset charset;
  private final CharsetEncoder utf8 = StandardCharsets.UTF_8.newEncoder();
  private final CharBuffer characters = CharBuffer.allocate(CHARACTERS).flip();
  private final ByteBuffer bytes = ByteBuffer.allocate(CHARACTERS * 3).flip();
  private long line = 1;
  private boolean ended;

  TranscodedInput(InputStream in, Charset charset) {
    this.reader =
        new InputStreamReader(
            in,
            charset
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT));
    this.charset = charset;
  }

  @Override
  public int read() throws IOException {
    return fill() ? bytes.get() & 0xff : -1;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int n = Math.min(length, bytes.remaining());
    bytes.get(buffer, offset, n);
    return n;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }

  /** Sees to it that there are bytes; false at the end. */
  private boolean fill() throws IOException {
    while (!bytes.hasRemaining() && !ended) {
      characters.compact();
      try {
        ended = reader.read(characters) < 0;
      } catch (CharacterCodingException e) {
        throw new InvalidText(charset.name(), line, -1);
      }
      characters.flip();
      countLines();
      bytes.clear();
      if (utf8.encode(characters, bytes, ended).isError()) {
        throw new InvalidText(charset.name(), line, -1);
      }
      bytes.flip();
    }
    return bytes.hasRemaining();
  }

  private void countLines() {
    for (int i = characters.position(); i < characters.limit(); i++) {
      line += characters.get(i) == '\n' ? 1 : 0;
    }
  }
}
