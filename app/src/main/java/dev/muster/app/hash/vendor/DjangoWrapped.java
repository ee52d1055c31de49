package dev.muster.app.hash.vendor;

import static dev.muster.app.hash.scheme.Advice.ADVISABLE;
import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.muster.app.hash.digest.Digest;
import dev.muster.app.hash.kdf.Pbkdf2Hash;
import dev.muster.app.hash.kdf.Prf;
import dev.muster.app.hash.scheme.About;
import dev.muster.app.hash.scheme.Decimal;
import dev.muster.app.hash.scheme.KnownScheme;
import dev.muster.app.hash.scheme.ParsedHash;
import dev.muster.app.hash.scheme.SecretBytes;
import dev.muster.password.CostBounds;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Old digests of Django that were upgraded without a login, as its documentation shows it: {@code
 * pbkdf2_wrapped_md5$ITERATIONS$SALT$KEY} is PBKDF2-SHA-256 of the hex digits of MD5 over salt and
 * password, with the same salt. {@code pbkdf2_wrapped_sha1} has SHA-1 instead.
 *
 * <p>Source: Django's documentation, "Password upgrading without requiring a login".
 */
record DjangoWrapped(Digest digest, Pbkdf2Hash pbkdf2) implements ParsedHash {

  private static final String PREFIX = "pbkdf2_wrapped_";
  private static final Pattern FORM =
      Pattern.compile(
          "pbkdf2_wrapped_(md5|sha1)\\$(N)\\$([^$]+)\\$([^$]+)".replace("N", Decimal.PATTERN));

  static final List<KnownScheme> SCHEMES =
      List.of(
          KnownScheme.of(
              "django-wrapped",
              text -> text.startsWith(PREFIX),
              DjangoWrapped::parse,
              new About(
                  "PBKDF2 of an old digest, as Django's documentation upgrades it",
                  "pbkdf2_wrapped_md5$100$lQaIiIrGVKL2$7JY0hgAyosdnkOuwpUzcYjjU5WmnTkXIfZjo3A"
                      + "93R8w=",
                  "correct horse battery staple",
                  "Django sites that upgraded MD5 or SHA-1 hashes without a login",
                  "manage.py dumpdata auth.user, or SELECT username, password FROM auth_user",
                  ADVISABLE)));

  static Optional<DjangoWrapped> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    long iterations = Decimal.parse(form.group(2));
    SecretBytes salt = SecretBytes.ofUtf8(form.group(3));
    Optional<SecretBytes> key =
        SecretBytes.ofBase64(form.group(4)).filter(k -> k.length() == Prf.SHA256.length());
    return Digest.ofWireName(form.group(1))
        .flatMap(
            digest ->
                key.map(
                    k ->
                        new DjangoWrapped(
                            digest, new Pbkdf2Hash(Prf.SHA256, iterations, salt, k))));
  }

  @Override
  public Optional<String> outside(CostBounds bounds) {
    return pbkdf2.outside(bounds);
  }

  @Override
  public int saltLength() {
    return pbkdf2.saltLength();
  }

  @Override
  public boolean matches(byte[] passwordUtf8) {
    byte[] inner = digest.of(pbkdf2.salt().toBytes(), passwordUtf8);
    return pbkdf2.matches(HexFormat.of().formatHex(inner).getBytes(US_ASCII));
  }
}
