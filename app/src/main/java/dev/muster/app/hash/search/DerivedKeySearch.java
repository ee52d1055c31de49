package dev.muster.app.hash.search;

import dev.muster.app.hash.digest.Digest;
import dev.muster.app.hash.scheme.SecretBytes;
import dev.muster.password.HashPart;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Searches for a key that PBKDF2 derived. The state after each iteration is the start of the next,
 * so one pass tries all numbers of iterations up to a million.
 */
final class DerivedKeySearch {

  private static final int ITERATIONS_MAX = 1_000_000;
  private static final int ITERATIONS_BETWEEN_CHECKS = 1024;
  private static final int KEY_LENGTH_MIN = 16;
  private static final byte[] FIRST_BLOCK = {0, 0, 0, 1};
  private static final List<Digest> DIGESTS =
      List.of(Digest.SHA256, Digest.SHA512, Digest.SHA1, Digest.SHA384, Digest.SHA224, Digest.MD5);

  private static final Set<Digest> IN_PHC = Set.of(Digest.SHA1, Digest.SHA256, Digest.SHA512);

  private final HashSearch search;

  DerivedKeySearch(HashSearch search) {
    this.search = search;
  }

  Optional<Solution> find() {
    for (Digest digest : DIGESTS) {
      for (SecretBytes hash : search.hashBytes()) {
        for (Reading salt : search.salts()) {
          int iterations = hash.length() < KEY_LENGTH_MIN ? 0 : iterations(digest, hash, salt);
          if (iterations > 0) {
            return solution(digest, hash, salt, iterations);
          }
        }
      }
    }
    return Optional.empty();
  }

  /**
   * The number of iterations that gives the beginning of the key; 0 if none up to the maximum does.
   */
  private int iterations(Digest digest, SecretBytes hash, Reading salt) {
    search.limit().trying("PBKDF2 with " + digest.wireName() + ", " + salt.words());
    byte[] expected = hash.toBytes();
    Mac mac = mac(digest);
    mac.update(salt.bytes().toBytes());
    byte[] round = mac.doFinal(FIRST_BLOCK);
    byte[] key = round.clone();
    for (int i = 1; i <= ITERATIONS_MAX; i++) {
      if (begins(expected, key)) {
        return i;
      }
      if (i % ITERATIONS_BETWEEN_CHECKS == 0 && !search.limit().lasts()) {
        return 0;
      }
      round = mac.doFinal(round);
      for (int j = 0; j < key.length; j++) {
        key[j] ^= round[j];
      }
    }
    return 0;
  }

  /** Whether one of the two is the beginning of the other. */
  private static boolean begins(byte[] expected, byte[] key) {
    int length = Math.min(expected.length, key.length);
    return Arrays.equals(expected, 0, length, key, 0, length);
  }

  /** The JDK's HMAC, which is several times as fast as Bouncy Castle's. */
  private Mac mac(Digest digest) {
    String name = "Hmac" + digest.name();
    byte[] password = search.password().toBytes();
    try {
      Mac mac = Mac.getInstance(name);
      // HMAC pads its key with zeros, and the JDK refuses an empty key.
      mac.init(new SecretKeySpec(password.length == 0 ? new byte[1] : password, name));
      return mac;
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException(e);
    }
  }

  private Optional<Solution> solution(
      Digest digest, SecretBytes hash, Reading salt, int iterations) {
    String words =
        String.format(
            Locale.ROOT,
            "pbkdf2-%s(password, %s), %d iterations, %d bytes",
            digest.wireName(),
            salt.words(),
            iterations,
            hash.length());
    return search.verified(
        words,
        Stream.of(
            phc(digest, hash, salt.bytes(), iterations),
            okta(digest, hash, salt.bytes(), iterations),
            logto(digest, hash, salt.bytes(), iterations)),
        columns(digest, salt, iterations));
  }

  private static ColumnRecipe columns(Digest digest, Reading salt, int iterations) {
    ColumnRecipe columns =
        IN_PHC.contains(digest)
            ? ColumnRecipe.of("pbkdf2-phc-" + digest.wireName())
            : ColumnRecipe.of("pbkdf2-plain").with(HashPart.DIGEST, digest.wireName());
    return columns.with(HashPart.ITERATIONS, Integer.toString(iterations)).salted(salt);
  }

  private static String phc(Digest digest, SecretBytes hash, SecretBytes salt, int iterations) {
    return String.format(
        Locale.ROOT,
        "$pbkdf2-%s$i=%d,l=%d$%s$%s",
        digest.wireName(),
        iterations,
        hash.length(),
        salt.toUnpaddedBase64(),
        hash.toUnpaddedBase64());
  }

  private static String okta(Digest digest, SecretBytes hash, SecretBytes salt, int iterations) {
    return String.format(
        Locale.ROOT,
        "{\"algorithm\":\"PBKDF2\",\"digestAlgorithm\":\"%s_HMAC\",\"iterationCount\":%d,"
            + "\"keySize\":%d,\"salt\":\"%s\",\"value\":\"%s\"}",
        digest.name(),
        iterations,
        hash.length(),
        base64(salt),
        base64(hash));
  }

  /** For the digests that Okta does not have. The salt has to be text. */
  private static String logto(Digest digest, SecretBytes hash, SecretBytes salt, int iterations) {
    return String.format(
        Locale.ROOT,
        "[\"pbkdf2\",[\"%s\",\"%d\",\"%d\",\"%s\",\"@\"],\"%s\"]",
        salt.toUtf8(),
        iterations,
        hash.length(),
        digest.wireName(),
        HexFormat.of().formatHex(hash.toBytes()));
  }

  private static String base64(SecretBytes bytes) {
    return Base64.getEncoder().encodeToString(bytes.toBytes());
  }
}
