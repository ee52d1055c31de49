package dev.muster.app.hash.vendor;

import dev.muster.app.hash.kdf.ScryptCost;
import dev.muster.app.hash.scheme.About;
import dev.muster.app.hash.scheme.Advice;
import dev.muster.app.hash.scheme.Decimal;
import dev.muster.app.hash.scheme.KeylessHash;
import dev.muster.app.hash.scheme.KnownScheme;
import dev.muster.app.hash.scheme.ParsedHash;
import dev.muster.app.hash.scheme.SecretBytes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text formats of {@link FirebaseScrypt}. All binary fields are in base64 of either alphabet,
 * padded or not. The memory cost is the binary logarithm of scrypt's N, and Firebase's rounds are
 * its r.
 *
 * <ul>
 *   <li>Ory Kratos: {@code $firescrypt$ln=14,r=8,p=1$SALT$HASH$SEPARATOR$SIGNER-KEY};
 *   <li>Supabase: {@code $fbscrypt$v=1,n=14,r=8,p=1,ss=SEPARATOR,sk=SIGNER-KEY$SALT$HASH};
 *   <li>SuperTokens: {@code $f_scrypt$HASH$SALT$m=14$r=8$s=SEPARATOR}, the last three in any order,
 *       without the signer key, which is in its configuration: see {@link FirebaseProject};
 *   <li>Clerk: {@code HASH$SALT$SIGNER-KEY$SEPARATOR$8$14}, recognised if it is well-formed.
 * </ul>
 *
 * <p>A user of Firebase's own export lacks the parameters of the project: see {@link
 * FirebaseExport}.
 *
 * <p>Sources: Ory Kratos's documentation of imported passwords; Supabase Auth's {@code
 * internal/crypto/password.go}; SuperTokens's {@code ParsedFirebaseSCryptResponse}; Clerk's
 * documentation of {@code password_hasher}.
 */
final class FirebaseSpellings {

  private static final Pattern BEGINNING =
      Pattern.compile("\\$(?:firescrypt|fbscrypt|f_scrypt)\\$");
  private static final Pattern KRATOS =
      form("\\$firescrypt\\$ln=(N),r=(N),p=(N)\\$([^$]+)\\$([^$]+)\\$([^$]*)\\$([^$]+)");
  private static final Pattern SUPABASE =
      form(
          "\\$fbscrypt\\$v=1,n=(N),r=(N),p=(N)(?:,ss=([^,$]*))?(?:,sk=([^,$]*))?"
              + "\\$([^$]+)\\$([^$]+)");
  private static final Pattern SUPERTOKENS =
      form("\\$f_scrypt\\$([^$]+)\\$([^$]+)\\$([mrs]=[^$]*)\\$([mrs]=[^$]*)\\$([mrs]=[^$]*)");
  private static final Pattern CLERK = form("([^$]+)\\$([^$]+)\\$([^$]+)\\$([^$]*)\\$(N)\\$(N)");
  private static final Pattern NUMBER = form("(N)");

  /** Two fields of 64 bytes in base64, which signer keys and so hashes have. */
  private static final int CLERK_LENGTH_MIN = 2 * 86;

  private static final KeylessHash KEYLESS =
      new KeylessHash("firebase-scrypt hashes can't be verified without the project's signer key");

  static final List<KnownScheme> SCHEMES =
      List.of(
          KnownScheme.of(
              "firebase-scrypt",
              FirebaseSpellings::isOne,
              FirebaseSpellings::parseAlone,
              new About(
                  "Firebase's scrypt",
                  "$firescrypt$ln=6,r=8,p=1$42xEC+ixf3L2lw==$TC/2FsNYM61dgRpMRBY/p1"
                      + "fL2GqHMqd8uQm9L0fkLzPuPsN/lR8oKMQeHkda+rOYjFbntbM31UuYAqJMnBQ6VA"
                      + "==$Bw==$jxspr8Ki0RYycVU8zykbdLGjFQ3McFUH0uiiTvC8pVMXAn210wjLNmdZ"
                      + "JzxUECKbm0QsEmYUSDzZvpjeJ9WmXA==",
                  "correct horse battery staple",
                  "Firebase Authentication; Ory Kratos, Supabase, SuperTokens and Clerk after it",
                  "firebase auth:export users.json --format=json; the signer key and the separator"
                      + " are in the console, at Authentication, Users, Password hash parameters",
                  Advice.ADVISABLE)));

  private FirebaseSpellings() {}

  private static boolean isOne(String text) {
    return BEGINNING.matcher(text).lookingAt()
        || isClerks(text)
        || FirebaseExport.isCredential(text);
  }

  /** Whether a text has six fields, of which the last is a number, and each is well-formed. */
  private static boolean isClerks(String text) {
    int last = text.length() - 1;
    return last > CLERK_LENGTH_MIN
        && Character.isDigit(text.charAt(last))
        && text.charAt(0) != '$'
        && clerk(text).flatMap(Parts::hash).isPresent();
  }

  /** Parses a hash that has to include the parameters of the project. */
  private static Optional<ParsedHash> parseAlone(String text) {
    if (FirebaseExport.isCredential(text)) {
      return Optional.of(KEYLESS);
    }
    return parts(text)
        .flatMap(
            parts ->
                parts.signerKey().isPresent()
                    ? parts.hash().map(Function.identity())
                    : Optional.of(KEYLESS));
  }

  /** Parses a hash that may omit the parameters of the project. */
  static Optional<FirebaseScrypt> parse(String text, FirebaseProject project) {
    return parts(text).map(parts -> parts.completedBy(project)).flatMap(Parts::hash);
  }

  /** The text of a hash in Ory Kratos's format, if N is within its limit. */
  static String written(FirebaseScrypt hash) {
    ScryptCost cost = hash.cost();
    int logarithm = Long.numberOfTrailingZeros(cost.n());
    return new FirebaseProject(hash.signerKey().toBase64(), hash.saltSeparator().toBase64())
        .written(
            "ln=" + logarithm + ",r=" + cost.r() + ",p=" + cost.p(),
            hash.salt().toBase64(),
            hash.digest().toBase64());
  }

  private static Optional<Parts> parts(String text) {
    return kratos(text).or(() -> supabase(text)).or(() -> superTokens(text)).or(() -> clerk(text));
  }

  private static Optional<Parts> kratos(String text) {
    Matcher form = KRATOS.matcher(text);
    return form.matches()
        ? Optional.of(
            new Parts(
                new Cost(form.group(1), form.group(2), form.group(3)),
                form.group(4),
                form.group(5),
                Optional.of(form.group(6)),
                Optional.of(form.group(7))))
        : Optional.empty();
  }

  private static Optional<Parts> supabase(String text) {
    Matcher form = SUPABASE.matcher(text);
    return form.matches()
        ? Optional.of(
            new Parts(
                new Cost(form.group(1), form.group(2), form.group(3)),
                form.group(6),
                form.group(7),
                Optional.ofNullable(form.group(4)),
                Optional.ofNullable(form.group(5))))
        : Optional.empty();
  }

  private static Optional<Parts> superTokens(String text) {
    Matcher form = SUPERTOKENS.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    Map<String, String> settings = new HashMap<>();
    for (int group = 3; group <= 5; group++) {
      settings.put(form.group(group).substring(0, 1), form.group(group).substring(2));
    }
    String memory = settings.getOrDefault("m", "");
    String rounds = settings.getOrDefault("r", "");
    return NUMBER.matcher(memory).matches()
            && NUMBER.matcher(rounds).matches()
            && settings.containsKey("s")
        ? Optional.of(
            new Parts(
                new Cost(memory, rounds, "1"),
                form.group(2),
                form.group(1),
                Optional.ofNullable(settings.get("s")),
                Optional.empty()))
        : Optional.empty();
  }

  private static Optional<Parts> clerk(String text) {
    Matcher form = CLERK.matcher(text);
    return form.matches()
        ? Optional.of(
            new Parts(
                new Cost(form.group(6), form.group(5), "1"),
                form.group(2),
                form.group(1),
                Optional.of(form.group(4)),
                Optional.of(form.group(3))))
        : Optional.empty();
  }

  private static Pattern form(String regex) {
    return Pattern.compile(regex.replace("(N)", "(" + Decimal.PATTERN + ")"));
  }

  /** Decimal numbers, the first of them a logarithm. */
  private record Cost(String memory, String rounds, String parallelism) {

    Optional<ScryptCost> ofScrypt() {
      return ScryptCost.ofLogarithm(
          Decimal.parse(memory), Decimal.parse(rounds), Decimal.parse(parallelism));
    }
  }

  /** The fields of a text, still in base64. */
  private record Parts(
      Cost cost,
      String salt,
      String digest,
      Optional<String> separator,
      Optional<String> signerKey) {

    Parts completedBy(FirebaseProject project) {
      return new Parts(
          cost,
          salt,
          digest,
          separator.or(() -> Optional.of(project.saltSeparator())),
          signerKey.or(() -> Optional.of(project.signerKey())));
    }

    /** Empty if a field is not base64, or the digest is not as long as the signer key. */
    Optional<FirebaseScrypt> hash() {
      Optional<SecretBytes> key = signerKey.flatMap(SecretBytes::ofAnyBase64);
      Optional<SecretBytes> between = SecretBytes.ofAnyBase64(separator.orElse(""));
      Optional<SecretBytes> grains = SecretBytes.ofAnyBase64(salt);
      Optional<SecretBytes> made =
          SecretBytes.ofAnyBase64(digest)
              .filter(d -> key.filter(k -> k.length() == d.length()).isPresent());
      return cost.ofScrypt()
          .flatMap(
              c ->
                  key.flatMap(
                      k ->
                          between.flatMap(
                              b ->
                                  grains.flatMap(
                                      s -> made.map(d -> new FirebaseScrypt(c, s, b, k, d))))));
    }
  }
}
