package dev.muster.app.hash.kdf;

import dev.muster.app.hash.digest.Digest;
import dev.muster.app.hash.scheme.About;
import dev.muster.app.hash.scheme.Advice;
import dev.muster.app.hash.scheme.Decimal;
import dev.muster.app.hash.scheme.KnownScheme;
import dev.muster.app.hash.scheme.ParsedHash;
import dev.muster.app.hash.scheme.SecretBytes;
import dev.muster.password.HashSpellings.Respelled;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * PBKDF2 with any digest of {@link Digest}, in a format of Muster's own: {@code
 * $pbkdf2-plain$alg=md4,i=100000$SALT$KEY}, the last two in base64 without padding. It serves
 * sources whose spelling of digests or parameters no other format has.
 */
public final class PlainPbkdf2 {

  /** The scheme's name. */
  public static final String NAME = "pbkdf2-plain";

  private static final String PREFIX = "$pbkdf2-plain$";
  private static final Pattern FORM =
      Pattern.compile(
          "\\$pbkdf2-plain\\$alg=([a-z0-9]+),i=(N)\\$([^$]*)\\$([^$]+)"
              .replace("N", Decimal.PATTERN));

  static final List<KnownScheme> SCHEMES =
      List.of(
          KnownScheme.of(
              NAME,
              text -> text.startsWith(PREFIX),
              PlainPbkdf2::parse,
              new About(
                  "PBKDF2 with any digest, in Muster's own form",
                  "$pbkdf2-plain$alg=ripemd160,i=100$Z3JhaW5zIPD/IG9mIHNhbHQ$McWd0DmFLZ8WCmV253jv"
                      + "bqrt42jQMDdXzNYoriTp29+b4krI+CW4b4EQUnPH",
                  "correct horse battery staple",
                  "Auth0's custom_password_hash",
                  "write the digest's name, the iterations, salt and key in this form",
                  Advice.LEGACY)));

  private PlainPbkdf2() {}

  /**
   * A hash whose fields are known, as text: in the PHC string format if that has its digest, else
   * in this one.
   *
   * @param iterations in decimal
   */
  public static Respelled respelled(
      Digest digest, String iterations, SecretBytes salt, SecretBytes key) {
    return PhcPbkdf2.has(digest)
        ? PhcPbkdf2.respelled(digest.wireName(), iterations, salt, key)
        : Respelled.of(NAME, encode(digest, iterations, salt, key));
  }

  /** The text of a hash whose parameters are known. */
  public static String encode(Digest digest, String iterations, SecretBytes salt, SecretBytes key) {
    return PREFIX
        + "alg="
        + digest.wireName()
        + ",i="
        + iterations
        + "$"
        + salt.toUnpaddedBase64()
        + "$"
        + key.toUnpaddedBase64();
  }

  private static Optional<ParsedHash> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    long iterations = Decimal.parse(form.group(2));
    return Digest.ofWireName(form.group(1))
        .flatMap(
            digest ->
                SecretBytes.ofUnpaddedBase64(form.group(3))
                    .flatMap(
                        salt ->
                            SecretBytes.ofUnpaddedBase64(form.group(4))
                                .map(key -> hash(digest, iterations, salt, key))));
  }

  /** The JDK's digests are faster. */
  private static ParsedHash hash(
      Digest digest, long iterations, SecretBytes salt, SecretBytes key) {
    return Prf.of(digest.wireName())
        .<ParsedHash>map(prf -> new Pbkdf2Hash(prf, iterations, salt, key))
        .orElseGet(() -> new DerivedKey(digest, salt, iterations, key));
  }
}
