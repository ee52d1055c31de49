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
 * scrypt in the format of Werkzeug, and so of Flask, since version 2.3: {@code
 * scrypt:N:r:p$SALT$HEX}, with the salt as text and a digest of 64 bytes.
 *
 * <p>Source: Werkzeug's documentation, {@code werkzeug.security.generate_password_hash}.
 */
final class WerkzeugScrypt {

  private static final Pattern BEGINNING = Pattern.compile("scrypt:[0-9]");
  private static final Pattern FORM =
      Pattern.compile("scrypt:(N):(N):(N)\\$([^$]+)\\$([^$]+)".replace("N", Decimal.PATTERN));
  private static final int DIGEST_LENGTH = 64;

  static final List<KnownScheme> SCHEMES =
      List.of(
          KnownScheme.of(
              "werkzeug-scrypt",
              text -> BEGINNING.matcher(text).lookingAt(),
              WerkzeugScrypt::parse,
              new About(
                  "scrypt, as Werkzeug writes it",
                  "scrypt:64:8:1$vIE6WYDxW7uDlYUn$763db6f0c4b08eef5ae14608632a956af"
                      + "798489382d4efe1788b4fd38522d1b31f8d82297951915c1293ea5b56df6fa67"
                      + "56765ab98bc25d49a8d7ee12cef9675",
                  "correct horse battery staple",
                  "Flask and other users of Werkzeug",
                  "the password column of the users table, as it is",
                  Advice.ADVISABLE)));

  private WerkzeugScrypt() {}

  private static Optional<ScryptHash> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    SecretBytes salt = SecretBytes.ofUtf8(form.group(4));
    Optional<SecretBytes> digest =
        SecretBytes.ofHex(form.group(5)).filter(d -> d.length() == DIGEST_LENGTH);
    return ScryptCost.of(
            Decimal.parse(form.group(1)),
            Decimal.parse(form.group(2)),
            Decimal.parse(form.group(3)))
        .flatMap(cost -> digest.map(d -> new ScryptHash(cost, salt, d)));
  }
}
