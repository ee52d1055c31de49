package dev.muster.app.hash.kdf;

import static dev.muster.app.hash.scheme.Advice.LEGACY;

import dev.muster.app.hash.scheme.About;
import dev.muster.app.hash.scheme.Decimal;
import dev.muster.app.hash.scheme.KnownScheme;
import dev.muster.app.hash.scheme.SecretBytes;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Two formats that begin with {@code $p5k2$}. Both are PBKDF2 with HMAC-SHA-1, with the number of
 * iterations in lower-case hex: {@code $p5k2$ITERATIONS$SALT$KEY}.
 *
 * <ul>
 *   <li>Cryptacular: salt and a key of 20 bytes in padded base64 for URLs, that is 28 characters;
 *   <li>Dwayne Litzenberger: a key of 24 bytes in 32 characters of passlib's adapted base64. The
 *       salt of PBKDF2 is the whole text before the key. 400 iterations are written as an empty
 *       field.
 * </ul>
 *
 * <p>The length of the last field tells which it is.
 *
 * <p>Source: passlib's documentation, {@code passlib.hash.cta_pbkdf2_sha1} and {@code
 * dlitz_pbkdf2_sha1}.
 */
final class P5k2 {

  private static final String PREFIX = "$p5k2$";
  private static final Pattern FORM =
      Pattern.compile("(\\$p5k2\\$((?:0|[1-9a-f][0-9a-f]*)?)\\$([^$]*))\\$([^$]+)");
  private static final Pattern DLITZ_SALT = Pattern.compile("[./0-9A-Za-z]*");
  private static final int DLITZ_KEY_CHARACTERS = 32;
  private static final int DLITZ_KEY_LENGTH = 24;
  private static final long DLITZ_UNWRITTEN = 400;
  private static final int CTA_KEY_LENGTH = 20;

  static final List<KnownScheme> SCHEMES =
      List.of(
          KnownScheme.of(
              "cta-pbkdf2-sha1",
              text -> text.startsWith(PREFIX) && !endsAsDlitz(text),
              P5k2::parseCta,
              about(
                  "PBKDF2-SHA-1, as Cryptacular writes it",
                  "$p5k2$64$Z3JhaW5zIPD_IG9mIHNhbHQ=$PyHoR1N3-cg3dgBzTK2YDNO68vc=")),
          KnownScheme.of(
              "dlitz-pbkdf2-sha1",
              text -> text.startsWith(PREFIX) && endsAsDlitz(text),
              P5k2::parseDlitz,
              about(
                  "PBKDF2-SHA-1, as python-pbkdf2 writes it",
                  "$p5k2$64$u9HvcT4d$AiAFFFJyMYBEIJJeyEtERdC4aU4yOgRw")));

  private P5k2() {}

  private static boolean endsAsDlitz(String text) {
    return text.length() - text.lastIndexOf('$') - 1 == DLITZ_KEY_CHARACTERS;
  }

  private static Optional<Pbkdf2Hash> parseCta(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches() || form.group(2).isEmpty()) {
      return Optional.empty();
    }
    long iterations = Decimal.parseHex(form.group(2));
    Optional<SecretBytes> salt = SecretBytes.ofUrlBase64(form.group(3));
    Optional<SecretBytes> key =
        SecretBytes.ofUrlBase64(form.group(4)).filter(k -> k.length() == CTA_KEY_LENGTH);
    return salt.flatMap(s -> key.map(k -> new Pbkdf2Hash(Prf.SHA1, iterations, s, k)));
  }

  private static Optional<Pbkdf2Hash> parseDlitz(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches() || !DLITZ_SALT.matcher(form.group(3)).matches()) {
      return Optional.empty();
    }
    String written = form.group(2);
    long iterations = written.isEmpty() ? DLITZ_UNWRITTEN : Decimal.parseHex(written);
    SecretBytes salt = SecretBytes.ofUtf8(form.group(1));
    return SecretBytes.ofAdaptedBase64(form.group(4))
        .filter(key -> key.length() == DLITZ_KEY_LENGTH)
        .filter(key -> written.isEmpty() || iterations != DLITZ_UNWRITTEN)
        .map(key -> new Pbkdf2Hash(Prf.SHA1, iterations, salt, key));
  }

  private static About about(String title, String example) {
    return About.of(
        title,
        example,
        "Python programs around 2010, such as Pyramid sites; RestAuth",
        "the password column of the users table, as it is",
        LEGACY);
  }
}
