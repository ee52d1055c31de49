package dev.muster.app.hash.digest;

import dev.muster.app.hash.scheme.About;
import dev.muster.app.hash.scheme.Advice;
import dev.muster.app.hash.scheme.Decimal;
import dev.muster.app.hash.scheme.KnownScheme;
import dev.muster.app.hash.scheme.ParsedHash;
import dev.muster.app.hash.scheme.SecretBytes;
import dev.muster.password.CostBounds;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fairly Secure Hashed Password: {@code {FSHP1|16|4096}BASE64}, that is the variant, the length of
 * the salt, the rounds, and the base64 of salt and digest.
 *
 * <p>It is PBKDF1 with password and salt exchanged: a digest of the salt and the password,
 * repeated. The variants 0 to 3 are SHA-1, SHA-256, SHA-384 and SHA-512.
 *
 * <p>Source: passlib's documentation of {@code fshp}.
 */
public record FshpHash(Digest digest, long rounds, SecretBytes salt, SecretBytes hash)
    implements ParsedHash {

  private static final Pattern FORM =
      Pattern.compile("\\{FSHP([0-3])\\|(N)\\|(N)\\}([^}]+)".replace("N", Decimal.PATTERN));

  static final List<KnownScheme> SCHEMES =
      List.of(
          KnownScheme.of(
              "fshp",
              text -> text.startsWith("{FSHP"),
              FshpHash::parse,
              new About(
                  "Fairly Secure Hashed Password",
                  "{FSHP1|16|100}MDEyMzQ1Njc4OWFiY2RlZnJEtdLxDpLCxq1gcAkHF1c21r"
                      + "uAz/xg5MZ5nyrGw48E",
                  "correct horse battery staple",
                  "programs that used the fshp library, mostly in Python",
                  "the column of the users table that begins with {FSHP, as it is",
                  Advice.LEGACY)));

  public static Optional<FshpHash> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    Digest digest = variant(form.group(1));
    long saltLength = Decimal.parse(form.group(2));
    long rounds = Decimal.parse(form.group(3));
    return SecretBytes.ofBase64(form.group(4))
        .map(SecretBytes::toBytes)
        .filter(bytes -> bytes.length - digest.length() == saltLength)
        .map(
            bytes ->
                new FshpHash(
                    digest,
                    rounds,
                    SecretBytes.of(Arrays.copyOf(bytes, (int) saltLength)),
                    SecretBytes.of(Arrays.copyOfRange(bytes, (int) saltLength, bytes.length))));
  }

  private static Digest variant(String number) {
    return switch (number) {
      case "0" -> Digest.SHA1;
      case "1" -> Digest.SHA256;
      case "2" -> Digest.SHA384;
      default -> Digest.SHA512;
    };
  }

  @Override
  public Optional<String> outside(CostBounds bounds) {
    return bounds.repetitions("FSHP rounds", rounds, 1);
  }

  @Override
  public boolean matches(byte[] passwordUtf8) {
    byte[] message = DigestInput.around(salt, SecretBytes.ofUtf8("")).with(passwordUtf8);
    return hash.sameAs(Iteration.BYTES.digest(digest, message, rounds));
  }
}
