package dev.muster.app.hash.vendor;

import dev.muster.app.hash.kdf.Pbkdf2Hash;
import dev.muster.app.hash.kdf.Prf;
import dev.muster.app.hash.scheme.About;
import dev.muster.app.hash.scheme.Advice;
import dev.muster.app.hash.scheme.KnownScheme;
import dev.muster.app.hash.scheme.SecretBytes;
import java.util.List;
import java.util.Optional;

/**
 * Spring Security's PBKDF2 with SHA-256 and SHA-512 in the form that it has with SHA-1 by default:
 * 8 bytes of salt and 32 of key after 185000 iterations, in hex or base64, with {@code {pbkdf2}}
 * before it or not. Only the settings of the program tell them apart, so the input has to name
 * these two.
 *
 * <p>Source: Spring Security's {@code Pbkdf2PasswordEncoder}. From 5.0 to 5.7 {@code setAlgorithm}
 * keeps the width of 256 bits. Since 5.8 the width follows the digest, and a salt has 16 bytes by
 * default.
 */
final class SpringPbkdf2 {

  private static final String TAG = "{pbkdf2}";
  private static final int SALT_LENGTH = 8;
  private static final int LENGTH = SALT_LENGTH + 32;
  private static final long ITERATIONS = 185_000;

  static final List<KnownScheme> SCHEMES =
      List.of(
          scheme(
              "256",
              Prf.SHA256,
              "{pbkdf2}00010203040506071026a0dcc8ceeea4634b9a299558"
                  + "252e7ff35422cc1159581a0196b222cc923c"),
          scheme(
              "512",
              Prf.SHA512,
              "{pbkdf2}0001020304050607893a804427fac5b632ef0ae2db02"
                  + "c4e163b3aef4a3e2e3baac6200e44d7d46c5"));

  private SpringPbkdf2() {}

  private static KnownScheme scheme(String digest, Prf prf, String example) {
    return KnownScheme.named(
        "spring-pbkdf2-sha" + digest,
        text -> parse(prf, text),
        new About(
            "PBKDF2-SHA-" + digest + " that looks like Spring's PBKDF2-SHA-1",
            example,
            "correct horse battery staple",
            "Spring Security 5.0 to 5.7, if the program calls setAlgorithm with PBKDF2WithHmacSHA"
                + digest,
            "SELECT username, password FROM users",
            Advice.LEGACY));
  }

  private static Optional<Pbkdf2Hash> parse(Prf prf, String text) {
    boolean tagged = text.regionMatches(true, 0, TAG, 0, TAG.length());
    String bytes = tagged ? text.substring(TAG.length()) : text;
    return SecretBytes.ofHex(bytes)
        .or(() -> SecretBytes.ofBase64(bytes))
        .filter(both -> both.length() == LENGTH)
        .map(
            both ->
                new Pbkdf2Hash(
                    prf, ITERATIONS, both.part(0, SALT_LENGTH), both.part(SALT_LENGTH, LENGTH)));
  }
}
