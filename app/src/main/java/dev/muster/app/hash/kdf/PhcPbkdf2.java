package dev.muster.app.hash.kdf;

import static dev.muster.app.hash.scheme.Advice.ADVISABLE;
import static dev.muster.app.hash.scheme.Advice.LEGACY;

import dev.muster.app.hash.digest.Digest;
import dev.muster.app.hash.scheme.About;
import dev.muster.app.hash.scheme.Advice;
import dev.muster.app.hash.scheme.Decimal;
import dev.muster.app.hash.scheme.HexText;
import dev.muster.app.hash.scheme.KnownScheme;
import dev.muster.app.hash.scheme.SecretBytes;
import dev.muster.password.HashSpellings.Respelled;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * PBKDF2 in the PHC string format: {@code $pbkdf2-sha256$i=ITERATIONS,l=LENGTH$SALT$DIGEST}. The
 * length is that of the digest and may be omitted. Salt and digest are in base64, padded or not. If
 * the input names the scheme, the text may also be {@code ITERATIONS:SALT:DIGEST}.
 *
 * <p>Sources: the PHC string format's specification; Ory Kratos's documentation of imported
 * passwords; Auth0's "Bulk user import" schema; the npm package {@code @phc/pbkdf2}, which writes
 * no length.
 */
public final class PhcPbkdf2 {

  private static final Set<Digest> DIGESTS = Set.of(Digest.SHA1, Digest.SHA256, Digest.SHA512);
  private static final Pattern BEGINNING = Pattern.compile("\\$pbkdf2-sha(?:1|256|512)\\$i=");
  private static final Pattern FORM =
      Pattern.compile(
          "\\$pbkdf2-(sha[0-9]+)\\$i=(N)(?:,l=(N))?\\$([^$]+)\\$([^$]+)"
              .replace("N", Decimal.PATTERN));

  private static final Pattern JOINED =
      Pattern.compile("(N):([^:]+):([^:]+)".replace("N", Decimal.PATTERN));

  static final List<KnownScheme> SCHEMES =
      List.of(
          scheme(
              "sha256",
              about(
                  "PBKDF2-SHA-256",
                  "$pbkdf2-sha256$i=100,l=32$xVUK7v4t9aalcg$Ue0pKZ/ocLb3uvcrBHyt9Bpn40M1"
                      + "LXQ3WkY+TA750kQ",
                  ADVISABLE)),
          scheme(
              "sha512",
              about(
                  "PBKDF2-SHA-512",
                  "$pbkdf2-sha512$i=100,l=64$CA2tKmksTaWc7A$SsLrGb2R2Vpu9O5+lO0SvdvnL+fe"
                      + "2ewM359W5M9tZr7tHFsP6kLJFuKLzMU9CZYuPhcWw7Fyy18Zok+/4/rpOA",
                  ADVISABLE)),
          scheme(
              "sha1",
              about(
                  "PBKDF2-SHA-1",
                  "$pbkdf2-sha1$i=100,l=20$/zNCjx4OklP/KA$546bYP7K63TN6N8N4ToL2NvfQHY",
                  LEGACY)));

  private PhcPbkdf2() {}

  /** Whether there are hashes with this digest; {@link PlainPbkdf2} has the others. */
  public static boolean has(Digest digest) {
    return DIGESTS.contains(digest);
  }

  /**
   * The name of the scheme with a digest.
   *
   * @param digestName {@code sha1}, {@code sha256} or {@code sha512}
   */
  public static String schemeName(String digestName) {
    return "pbkdf2-phc-" + digestName;
  }

  /**
   * A hash of one of these schemes, from a text that has its fields in another form.
   *
   * @param digestName {@code sha1}, {@code sha256} or {@code sha512}
   * @param iterations in decimal
   */
  public static Respelled respelled(
      String digestName, String iterations, SecretBytes salt, SecretBytes key) {
    return Respelled.of(
        schemeName(digestName),
        "$pbkdf2-"
            + digestName
            + "$i="
            + iterations
            + ",l="
            + key.length()
            + "$"
            + salt.toUnpaddedBase64()
            + "$"
            + key.toUnpaddedBase64());
  }

  static boolean isOne(String text) {
    return BEGINNING.matcher(text).lookingAt();
  }

  private static KnownScheme scheme(String digestName, About about) {
    String prefix = "$pbkdf2-" + digestName + "$";
    return KnownScheme.of(
        schemeName(digestName),
        text -> text.startsWith(prefix) && isOne(text),
        text -> text.startsWith(prefix) ? parse(text) : joined(digestName, text),
        about);
  }

  /**
   * Parses {@code ITERATIONS:SALT:KEY}, in hex or base64, of which the input has to name the
   * digest.
   */
  private static Optional<Pbkdf2Hash> joined(String digestName, String text) {
    Matcher form = JOINED.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    long iterations = Decimal.parse(form.group(1));
    boolean isHex = HexText.isOne(form.group(2)) && HexText.isOne(form.group(3));
    Optional<SecretBytes> salt =
        isHex ? SecretBytes.ofHex(form.group(2)) : SecretBytes.ofAnyBase64(form.group(2));
    Optional<SecretBytes> key =
        isHex ? SecretBytes.ofHex(form.group(3)) : SecretBytes.ofAnyBase64(form.group(3));
    return Prf.of(digestName)
        .flatMap(prf -> salt.flatMap(s -> key.map(k -> new Pbkdf2Hash(prf, iterations, s, k))));
  }

  private static Optional<Pbkdf2Hash> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    long iterations = Decimal.parse(form.group(2));
    String length = form.group(3);
    Optional<SecretBytes> salt = SecretBytes.ofAnyBase64(form.group(4));
    Optional<SecretBytes> digest =
        SecretBytes.ofAnyBase64(form.group(5))
            .filter(d -> length == null || d.length() == Decimal.parse(length));
    return Prf.of(form.group(1))
        .flatMap(prf -> salt.flatMap(s -> digest.map(d -> new Pbkdf2Hash(prf, iterations, s, d))));
  }

  private static About about(String title, String example, Advice advice) {
    return About.of(
        title + ", in the PHC string format",
        example,
        "Ory Kratos, Auth0, Node.js and Rust programs",
        "the column of the identities' or users' table that begins with $pbkdf2-, as it is",
        advice);
  }
}
