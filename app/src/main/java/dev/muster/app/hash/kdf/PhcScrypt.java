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
 * scrypt in the PHC string format: {@code $scrypt$ln=14,r=8,p=1$SALT$DIGEST}, where {@code ln} is
 * the binary logarithm of N. Salt and digest are in base64, padded or not.
 *
 * <p>Ory Kratos writes N itself after {@code ln=}. As no logarithm is greater than 63, a greater
 * number is N.
 *
 * <p>Sources: passlib's documentation, {@code passlib.hash.scrypt}; Ory Kratos's documentation of
 * imported passwords.
 */
final class PhcScrypt {

  private static final String PREFIX = "$scrypt$";
  private static final Pattern FORM =
      Pattern.compile(
          "\\$scrypt\\$ln=(N),r=(N),p=(N)\\$([^$]*)\\$([^$]+)".replace("N", Decimal.PATTERN));
  private static final long LOGARITHM_MAX = 63;

  static final List<KnownScheme> SCHEMES =
      List.of(
          KnownScheme.of(
              "scrypt-phc",
              text -> text.startsWith(PREFIX),
              PhcScrypt::parse,
              new About(
                  "scrypt, in the PHC string format",
                  "$scrypt$ln=6,r=8,p=1$Z3JhaW5zIPD/IG9mIHNhbHQ$x7YWIMH1X9YJU+s1Mii"
                      + "tSHT8MrD/7woaJT9/sEIKf+M",
                  "correct horse battery staple",
                  "passlib, Ory Kratos, Node.js programs, RestAuth",
                  "the column of the identities' or users' table that begins with $scrypt$, as it"
                      + " is",
                  Advice.ADVISABLE)));

  private PhcScrypt() {}

  private static Optional<ScryptHash> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    Optional<ScryptCost> cost =
        cost(
            Decimal.parse(form.group(1)),
            Decimal.parse(form.group(2)),
            Decimal.parse(form.group(3)));
    Optional<SecretBytes> salt = SecretBytes.ofAnyBase64(form.group(4));
    Optional<SecretBytes> digest = SecretBytes.ofAnyBase64(form.group(5));
    return cost.flatMap(c -> salt.flatMap(s -> digest.map(d -> new ScryptHash(c, s, d))));
  }

  private static Optional<ScryptCost> cost(long ln, long r, long p) {
    return ln > LOGARITHM_MAX ? ScryptCost.of(ln, r, p) : ScryptCost.ofLogarithm(ln, r, p);
  }
}
