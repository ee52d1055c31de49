package dev.muster.app.hash.kdf;

import static dev.muster.app.hash.scheme.Advice.ADVISABLE;
import static dev.muster.app.hash.scheme.Advice.LEGACY;

import dev.muster.app.hash.scheme.About;
import dev.muster.app.hash.scheme.Advice;
import dev.muster.app.hash.scheme.Decimal;
import dev.muster.app.hash.scheme.KnownScheme;
import dev.muster.app.hash.scheme.SecretBytes;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * PBKDF2 in passlib's format: {@code $pbkdf2-sha256$ITERATIONS$SALT$DIGEST}, {@code
 * $pbkdf2-sha512$…} and, for SHA-1, {@code $pbkdf2$…}. Salt and digest are in passlib's "adapted
 * base64": a dot instead of the plus, and no padding. Others write them in base64, padded or not.
 *
 * <p>The digest is as long as the function's result. Keycloak's have 64 bytes with every function,
 * so longer digests of a multiple of 64 bytes are accepted too.
 *
 * <p>Texts in the PHC string format have the same beginning, followed by {@code i=}: see {@link
 * PhcPbkdf2}. Mattermost's have such parameters, too.
 *
 * <p>Source: passlib's documentation, {@code passlib.hash.pbkdf2_digest}.
 */
public final class PasslibPbkdf2 {

  private static final Pattern FORM =
      Pattern.compile("(" + Decimal.PATTERN + ")\\$([^$]*)\\$([^$]+)");

  private static final Pattern MATTERMOST = Pattern.compile("\\$pbkdf2\\$[fwl]=");
  private static final int LONG_KEY_LENGTH = 64;

  static final List<KnownScheme> SCHEMES =
      List.of(
          scheme(
              "passlib-pbkdf2-sha256",
              "$pbkdf2-sha256$",
              Prf.SHA256,
              about(
                  "PBKDF2-SHA-256, as passlib writes it",
                  "$pbkdf2-sha256$100$Z3JhaW5zIPD/IG9mIHNhbHQ$9sdZr/6jZbQ/id4QjDCCS"
                      + "aShQ35K0dnqYTKMDbao6yo",
                  ADVISABLE)),
          scheme(
              "passlib-pbkdf2-sha512",
              "$pbkdf2-sha512$",
              Prf.SHA512,
              about(
                  "PBKDF2-SHA-512, as passlib writes it",
                  "$pbkdf2-sha512$100$Z3JhaW5zIPD/IG9mIHNhbHQ$G/NkKndOD/E9q61VbYmbj"
                      + "sdzcMsEwSEYLpZ9jbka5IZzVp6AcdzfrN2/DvBiA/pu4FOsL7UbQHqVn65GeriPH"
                      + "w",
                  ADVISABLE)),
          scheme(
              "passlib-pbkdf2-sha1",
              "$pbkdf2$",
              Prf.SHA1,
              about(
                  "PBKDF2-SHA-1, as passlib writes it",
                  "$pbkdf2$100$Z3JhaW5zIPD/IG9mIHNhbHQ$PyHoR1N3.cg3dgBzTK2YDNO68vc",
                  LEGACY)));

  private PasslibPbkdf2() {}

  /**
   * Parses what follows the prefix.
   *
   * @param rest {@code ITERATIONS$SALT$DIGEST}
   */
  public static Optional<Pbkdf2Hash> parse(String rest, Prf prf) {
    Matcher form = FORM.matcher(rest);
    if (!form.matches()) {
      return Optional.empty();
    }
    long iterations = Decimal.parse(form.group(1));
    Optional<SecretBytes> salt = SecretBytes.ofAdaptedBase64(form.group(2));
    Optional<SecretBytes> digest =
        SecretBytes.ofAdaptedBase64(form.group(3)).filter(d -> isWhole(d.length(), prf));
    return salt.flatMap(s -> digest.map(d -> new Pbkdf2Hash(prf, iterations, s, d)));
  }

  /** A shorter digest was cut off. */
  private static boolean isWhole(int length, Prf prf) {
    return length == prf.length() || (length > prf.length() && length % LONG_KEY_LENGTH == 0);
  }

  private static KnownScheme scheme(String name, String prefix, Prf prf, About about) {
    return KnownScheme.of(
        name,
        text ->
            text.startsWith(prefix)
                && !PhcPbkdf2.isOne(text)
                && !MATTERMOST.matcher(text).lookingAt(),
        text ->
            text.startsWith(prefix)
                ? parse(text.substring(prefix.length()), prf)
                : Optional.empty(),
        about);
  }

  private static About about(String title, String example, Advice advice) {
    return About.of(
        title,
        example,
        "passlib and what is built on it: Flask-Security, Airflow, RestAuth; Zitadel",
        "the password column of the users table, as it is",
        advice);
  }
}
