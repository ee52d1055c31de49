package dev.muster.app.hash.vendor;

import dev.muster.app.hash.scheme.About;
import dev.muster.app.hash.scheme.Advice;
import dev.muster.app.hash.scheme.KnownScheme;
import dev.muster.app.hash.scheme.ParsedHash;
import dev.muster.app.hash.scheme.SecretBytes;
import dev.muster.password.CostBounds;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;
import org.bouncycastle.crypto.digests.MD5Digest;

/**
 * Dovecot's CRAM-MD5: 64 hex digits of the two states that MD5 has after the first block of an HMAC
 * (RFC 2104) whose key is the password, the outer one first. With them, a server answers a
 * challenge without the password. Anyone who has them can sign in by CRAM-MD5, too.
 *
 * <p>Sources: Dovecot's documentation, "Password Schemes", and {@code hmac-cram-md5.c}.
 */
record CramMd5(SecretBytes states) implements ParsedHash {

  private static final Pattern FORM = Pattern.compile("(?i)\\{(?:CRAM|HMAC)-MD5}([0-9a-f]{64})");
  private static final Pattern BEGINNING = Pattern.compile("(?i)\\{(?:CRAM|HMAC)-MD5}");
  private static final int BLOCK_LENGTH = 64;
  private static final int STATE_LENGTH = 16;
  private static final byte OUTER = 0x5c;
  private static final byte INNER = 0x36;

  static final List<KnownScheme> SCHEMES =
      List.of(
          KnownScheme.of(
              "cram-md5",
              text -> BEGINNING.matcher(text).lookingAt(),
              CramMd5::parse,
              new About(
                  "Dovecot's CRAM-MD5, the states of an HMAC",
                  "{CRAM-MD5}09eae0fafdb8b11dde53f0031217a5c4938a03ccb3eebe1b64e0c243b569921c",
                  "correct horse battery staple",
                  "Dovecot, whose doveadm pw once made it if nothing else was asked for",
                  "the second field of Dovecot's passwd file, or its SQL table",
                  Advice.LEGACY)));

  private static Optional<CramMd5> parse(String text) {
    Matcher form = FORM.matcher(text);
    return form.matches() ? SecretBytes.ofHex(form.group(1)).map(CramMd5::new) : Optional.empty();
  }

  /** No limit: two blocks of a digest. */
  @Override
  public Optional<String> outside(CostBounds bounds) {
    return Optional.empty();
  }

  @Override
  public boolean matches(byte[] passwordUtf8) {
    byte[] key = passwordUtf8.length > BLOCK_LENGTH ? DigestUtils.md5(passwordUtf8) : passwordUtf8;
    ByteBuffer computed = ByteBuffer.allocate(2 * STATE_LENGTH).order(ByteOrder.LITTLE_ENDIAN);
    putState(key, OUTER, computed);
    putState(key, INNER, computed);
    return states.sameAs(computed.array());
  }

  /** Writes the four words of MD5's state, which Bouncy Castle has after 16 bytes of its own. */
  private static void putState(byte[] key, byte pad, ByteBuffer states) {
    byte[] block = new byte[BLOCK_LENGTH];
    for (int i = 0; i < block.length; i++) {
      block[i] = (byte) ((i < key.length ? key[i] : 0) ^ pad);
    }
    MD5Digest md5 = new MD5Digest();
    md5.update(block, 0, block.length);
    ByteBuffer encoded = ByteBuffer.wrap(md5.getEncodedState()).position(STATE_LENGTH);
    for (int word = 0; word < STATE_LENGTH / Integer.BYTES; word++) {
      states.putInt(encoded.getInt());
    }
  }
}
