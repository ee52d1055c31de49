package dev.muster.app.hash.kdf;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ibm.icu.text.StringPrep;
import com.ibm.icu.text.StringPrepParseException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;

/**
 * SASLprep (RFC 4013), which SCRAM applies to a password first: it maps every kind of space to one,
 * removes soft hyphens and similar characters, and normalises the rest to form KC.
 *
 * <p>A password that is not UTF-8, or has characters that SASLprep forbids, is left unchanged. That
 * is PostgreSQL's rule ({@code pg_saslprep}).
 */
final class SaslPrep {

  private static final StringPrep PROFILE = StringPrep.getInstance(StringPrep.RFC4013_SASLPREP);

  private SaslPrep() {}

  static byte[] prepared(byte[] passwordUtf8) {
    try {
      String password = UTF_8.newDecoder().decode(ByteBuffer.wrap(passwordUtf8)).toString();
      return PROFILE.prepare(password, StringPrep.DEFAULT).getBytes(UTF_8);
    } catch (CharacterCodingException | StringPrepParseException unfit) {
      return passwordUtf8;
    }
  }
}
