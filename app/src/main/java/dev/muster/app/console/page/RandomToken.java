package dev.muster.app.console.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import org.apache.commons.codec.digest.DigestUtils;

/** Random tokens, and hashes of them. */
final class RandomToken {

  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private RandomToken() {}

  /** A new token of 43 letters, digits, - and _. */
  static String make() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** The hash by which a session is stored. */
  static String storedHash(String token) {
    return DigestUtils.sha256Hex(token);
  }

  /** The token of forms that follows from a secret, but does not tell it. */
  static String formToken(String secret) {
    return DigestUtils.sha256Hex("muster form\n" + secret);
  }

  /** Whether two texts are equal, in a time that does not tell where they differ. */
  static boolean same(String one, String other) {
    return MessageDigest.isEqual(one.getBytes(UTF_8), other.getBytes(UTF_8));
  }
}
