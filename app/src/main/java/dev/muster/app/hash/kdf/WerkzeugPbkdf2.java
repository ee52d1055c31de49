package dev.muster.app.hash.kdf;

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
 * PBKDF2 in the format of Werkzeug, and so of Flask: {@code pbkdf2:sha256:ITERATIONS$SALT$HEX},
 * with the salt as text and a key as long as the digest's result. The digest may be any of
 * Python's.
 *
 * <p>Source: Werkzeug's documentation, {@code werkzeug.security.generate_password_hash}.
 */
final class WerkzeugPbkdf2 {

  private static final Pattern FORM =
      Pattern.compile("pbkdf2:([a-z0-9]+):(N)\\$([^$]+)\\$([^$]+)".replace("N", Decimal.PATTERN));

  static final List<KnownScheme> SCHEMES =
      List.of(
          KnownScheme.of(
              "werkzeug-pbkdf2",
              text -> text.startsWith("pbkdf2:"),
              WerkzeugPbkdf2::parse,
              new About(
                  "PBKDF2, as Werkzeug writes it",
                  "pbkdf2:sha256:100$SLdCQVunwpg5UbP1$1862e30c27463d10fa970706321de"
                      + "6a6db9185624e4bcdfa8169fc4508657113",
                  "correct horse battery staple",
                  "Flask and other users of Werkzeug",
                  "the password column of the users table, as it is",
                  Advice.ADVISABLE)));

  private WerkzeugPbkdf2() {}

  private static Optional<Pbkdf2Hash> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    long iterations = Decimal.parse(form.group(2));
    SecretBytes salt = SecretBytes.ofUtf8(form.group(3));
    Optional<SecretBytes> digest = SecretBytes.ofHex(form.group(4));
    return Prf.of(form.group(1))
        .flatMap(
            prf ->
                digest
                    .filter(d -> d.length() == prf.length())
                    .map(d -> new Pbkdf2Hash(prf, iterations, salt, d)));
  }
}
