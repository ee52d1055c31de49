package dev.muster.app.hash.kdf;

import dev.muster.app.hash.scheme.About;
import dev.muster.app.hash.scheme.Advice;
import dev.muster.app.hash.scheme.Decimal;
import dev.muster.app.hash.scheme.KeylessHash;
import dev.muster.app.hash.scheme.KnownScheme;
import dev.muster.app.hash.scheme.ParsedHash;
import dev.muster.app.hash.scheme.SecretBytes;
import dev.muster.password.CostBounds;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2 in the format of its reference implementation: {@code
 * $argon2id$v=19$m=102400,t=2,p=8$SALT$DIGEST}, the last two in base64 without padding.
 *
 * <p>All three variants are accepted, with version 19, version 16, or no version, which means 16. A
 * hash with {@code keyid} or {@code data} can't be verified, as the key or the data is stored
 * elsewhere.
 *
 * <p>Sources: RFC 9106; the reference implementation's README and {@code encoding.c}.
 *
 * @param salt of 8 bytes or more
 * @param digest of 4 bytes or more
 */
public record Argon2Hash(Argon2Cost cost, SecretBytes salt, SecretBytes digest)
    implements ParsedHash {

  private static final Pattern FORM =
      Pattern.compile(
          "\\$argon2(id|i|d)(?:\\$v=(16|19))?\\$m=(N),t=(N),p=(N)\\$([^$]+)\\$([^$]+)"
              .replace("N", Decimal.PATTERN));
  private static final Pattern KEYED =
      Pattern.compile(
          "\\$argon2(?:id|i|d)\\$[^$]*(?:\\$[^$]*)?,(keyid|data)=[^$]*\\$[^$]+\\$[^$]+");
  private static final String PREFIX = "$argon2";
  private static final int SALT_LENGTH_MIN = 8;
  private static final int DIGEST_LENGTH_MIN = 4;

  /** The scheme's name. */
  public static final String NAME = "argon2";

  static final List<KnownScheme> SCHEMES =
      List.of(
          KnownScheme.of(
              NAME,
              text -> text.startsWith(PREFIX),
              Argon2Hash::parseAny,
              new About(
                  "Argon2, in the PHC string format",
                  "$argon2id$v=19$m=256,t=2,p=2$bFFhSWlJckdWS0wy$IiU7+vFNaB0AX1SFV1" + "uoow",
                  "correct horse battery staple",
                  "Ory Kratos, Supabase, PHP's password_hash, Spring Security, Devise, RestAuth",
                  "the column of the users table that begins with $argon2, as it is",
                  Advice.ADVISABLE)));

  private static Optional<ParsedHash> parseAny(String text) {
    Matcher keyed = KEYED.matcher(text);
    return keyed.matches()
        ? Optional.of(
            new KeylessHash("Argon2 hashes with " + keyed.group(1) + " can't be verified"))
        : parse(text).map(Function.identity());
  }

  public static Optional<Argon2Hash> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    int variant = variant(form.group(1)).orElseThrow();
    int version = "19".equals(form.group(2)) ? 19 : 16;
    Argon2Cost cost =
        new Argon2Cost(
            variant,
            version,
            Decimal.parse(form.group(3)),
            Decimal.parse(form.group(4)),
            Decimal.parse(form.group(5)));
    return SecretBytes.ofUnpaddedBase64(form.group(6))
        .flatMap(
            salt ->
                SecretBytes.ofUnpaddedBase64(form.group(7))
                    .flatMap(digest -> of(cost, salt, digest)));
  }

  /** A hash with these parts; empty if the salt or the digest is shorter than Argon2 allows. */
  public static Optional<Argon2Hash> of(Argon2Cost cost, SecretBytes salt, SecretBytes digest) {
    return salt.length() >= SALT_LENGTH_MIN && digest.length() >= DIGEST_LENGTH_MIN
        ? Optional.of(new Argon2Hash(cost, salt, digest))
        : Optional.empty();
  }

  /** Of {@code id}, {@code i} or {@code d}; empty for any other letters. */
  public static Optional<Integer> variant(String letters) {
    return switch (letters) {
      case "id" -> Optional.of(Argon2Parameters.ARGON2_id);
      case "i" -> Optional.of(Argon2Parameters.ARGON2_i);
      case "d" -> Optional.of(Argon2Parameters.ARGON2_d);
      default -> Optional.empty();
    };
  }

  /** The hash as text, with its version. */
  public String encoded() {
    return "$"
        + cost.name()
        + "$v="
        + cost.version()
        + "$m="
        + cost.memoryKib()
        + ",t="
        + cost.passes()
        + ",p="
        + cost.lanes()
        + "$"
        + salt.toUnpaddedBase64()
        + "$"
        + digest.toUnpaddedBase64();
  }

  @Override
  public Optional<String> outside(CostBounds bounds) {
    return cost.outside(bounds).or(() -> bounds.keyLength(digest.length()));
  }

  @Override
  public int saltLength() {
    return salt.length();
  }

  @Override
  public boolean matches(byte[] passwordUtf8) {
    return digest.sameAs(cost.derive(passwordUtf8, salt.toBytes(), digest.length()));
  }
}
