package dev.muster.app.format.input;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Decodes bytes only if all of them are characters; nothing is replaced. */
public final class StrictText {

  private StrictText() {}

  /** The text of UTF-8; empty if the bytes are not well-formed. */
  public static Optional<String> utf8(byte[] bytes) {
    return decoded(bytes, StandardCharsets.UTF_8);
  }

  /** The text in a character set; empty if some of the bytes are none of its characters. */
  static Optional<String> decoded(byte[] bytes, Charset charset) {
    try {
      // a new decoder reports what it can't decode
      return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
