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
 * scrypt in a format of Muster's own, for sources that store its parameters in fields of their own:
 * {@code scrypt:N=16384,r=8,p=1:hex=SALT:base64=DIGEST}. Salt and digest each name their encoding:
 * {@code hex} (either case) or {@code base64} (either alphabet, padded or not).
 */
public final class PlainScrypt {

  private static final String PREFIX = "scrypt:N=";
  private static final Pattern FORM =
      Pattern.compile(
          "scrypt:N=(N),r=(N),p=(N):(hex|base64)=([^:]*):(hex|base64)=([^:]+)"
              .replace("(N)", "(" + Decimal.PATTERN + ")"));

  static final List<KnownScheme> SCHEMES =
      List.of(
          KnownScheme.of(
              "scrypt-plain",
              text -> text.startsWith(PREFIX),
              PlainScrypt::parse,
              new About(
                  "scrypt, from fields of their own",
                  "scrypt:N=64,r=8,p=1:hex=677261696e7320f0ff206f662073616c74:hex=c"
                      + "7b61620c1f55fd60953eb353228ad4874fc32b0ffef0a1a253f7fb0420a7fe30"
                      + "4f552542a15d8908953841772d73ae8e79802cfe9b1e76b4c605feecc707f67",
                  "correct horse battery staple",
                  "Auth0 and other stores with a field each for N, r, p, salt and digest",
                  "write the fields as scrypt:N=16384,r=8,p=1:hex=SALT:base64=DIGEST, each in hex"
                      + " or base64",
                  Advice.ADVISABLE)));

  private PlainScrypt() {}

  /** The text of a hash whose parameters are known. */
  public static String encode(ScryptCost cost, SecretBytes salt, SecretBytes digest) {
    return PREFIX
        + cost.n()
        + ",r="
        + cost.r()
        + ",p="
        + cost.p()
        + ":base64="
        + salt.toUnpaddedBase64()
        + ":base64="
        + digest.toUnpaddedBase64();
  }

  private static Optional<ScryptHash> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    Optional<SecretBytes> salt = octets(form.group(4), form.group(5));
    Optional<SecretBytes> digest = octets(form.group(6), form.group(7));
    return ScryptCost.of(
            Decimal.parse(form.group(1)),
            Decimal.parse(form.group(2)),
            Decimal.parse(form.group(3)))
        .flatMap(cost -> salt.flatMap(s -> digest.map(d -> new ScryptHash(cost, s, d))));
  }

  private static Optional<SecretBytes> octets(String encoding, String text) {
    return encoding.equals("hex") ? SecretBytes.ofHex(text) : SecretBytes.ofAnyBase64(text);
  }
}
