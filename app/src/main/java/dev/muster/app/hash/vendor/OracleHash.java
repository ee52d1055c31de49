package dev.muster.app.hash.vendor;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.muster.app.hash.digest.Digest;
import dev.muster.app.hash.digest.DigestInput;
import dev.muster.app.hash.scheme.About;
import dev.muster.app.hash.scheme.Advice;
import dev.muster.app.hash.scheme.KnownScheme;
import dev.muster.app.hash.scheme.ParsedHash;
import dev.muster.app.hash.scheme.SecretBytes;
import dev.muster.password.CostBounds;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Oracle Database's verifiers, from the column {@code spare4} of {@code sys.user$}:
 *
 * <ul>
 *   <li>{@code oracle11}: {@code S:} and 60 hex digits, SHA-1 of the password and ten bytes of
 *       salt, followed by the salt. If the scheme is named, {@code S:} may be missing;
 *   <li>{@code oracle12}: {@code T:} and 160 hex digits, SHA-512 of a key and sixteen bytes of
 *       salt, followed by the salt. The key is PBKDF2-SHA-512 of the password with 4096 iterations,
 *       salted with that salt and {@code AUTH_PBKDF2_SPEEDY_KEY}.
 * </ul>
 *
 * <p>A column may have several of them, separated by semicolons. Its {@code T:} is read, or else
 * its {@code S:}. The {@code H:} part depends on the user's name and is ignored.
 *
 * <p>Sources: passlib's documentation of {@code oracle11}; hashcat's modes 112 and 12300.
 */
record OracleHash(Digest digest, SecretBytes hash, SecretBytes salt) implements ParsedHash {

  private static final Pattern PARTS = Pattern.compile("(?i:[SHT]:[0-9A-F]+(?:;|$))+");
  private static final Pattern SHA1_PART =
      Pattern.compile("(?:^|;)[Ss]:([0-9A-Fa-f]{40})([0-9A-Fa-f]{20})(?:;|$)");
  private static final Pattern SHA512_PART =
      Pattern.compile("(?:^|;)[Tt]:([0-9A-Fa-f]{128})([0-9A-Fa-f]{32})(?:;|$)");
  private static final Pattern SHA512_MARK = Pattern.compile("(?:^|;)[Tt]:");
  private static final Pattern BARE_SHA1 = Pattern.compile("([0-9A-Fa-f]{40})([0-9A-Fa-f]{20})");

  private static final byte[] KEY_LABEL = "AUTH_PBKDF2_SPEEDY_KEY".getBytes(US_ASCII);
  private static final int ITERATIONS = 4096;
  private static final int COLUMN_LENGTH = 4000;

  static final List<KnownScheme> SCHEMES =
      List.of(
          KnownScheme.of(
              "oracle11",
              text -> isColumn(text) && !hasSha512(text),
              OracleHash::parseSha1,
              about(
                  "Oracle Database 11g",
                  "S:A6322CD3BE6B9F6C991110874C4A490E76D0E8260123456789ABCDEF01" + "23")),
          KnownScheme.of(
              "oracle12",
              text -> isColumn(text) && hasSha512(text),
              OracleHash::parseSha512,
              about(
                  "Oracle Database since 12c",
                  "T:EDC2D6B9453CB32C9035EB5C4CD72EAB927A8B8A16B34F8FB5CFC06A6E"
                      + "4E247FAD43FA99F0D0F2D9E7A5903923A2D149BAFFC4031A5008DDB4C77A"
                      + "B75C8B9116000102030405060708090A0B0C0D0E0F")));

  private static About about(String origin, String example) {
    return About.of(
        origin + "'s verifiers",
        example,
        origin,
        "SELECT name, spare4 FROM sys.user$",
        Advice.LEGACY);
  }

  private static boolean isColumn(String text) {
    return text.length() > 1
        && text.length() <= COLUMN_LENGTH
        && "SHTsht".indexOf(text.charAt(0)) >= 0
        && text.charAt(1) == ':'
        && ("STst".indexOf(text.charAt(0)) >= 0 || text.contains(";"))
        && PARTS.matcher(text).matches();
  }

  private static boolean hasSha512(String text) {
    return SHA512_MARK.matcher(text).find();
  }

  private static Optional<OracleHash> parseSha1(String text) {
    Matcher bare = BARE_SHA1.matcher(text);
    return bare.matches() ? parsed(bare, Digest.SHA1) : parse(text, SHA1_PART, Digest.SHA1);
  }

  private static Optional<OracleHash> parseSha512(String text) {
    return parse(text, SHA512_PART, Digest.SHA512);
  }

  private static Optional<OracleHash> parse(String text, Pattern part, Digest digest) {
    Matcher found = part.matcher(text);
    return isColumn(text) && found.find() ? parsed(found, digest) : Optional.empty();
  }

  private static Optional<OracleHash> parsed(Matcher found, Digest digest) {
    Optional<SecretBytes> salt = SecretBytes.ofHex(found.group(2));
    return SecretBytes.ofHex(found.group(1))
        .flatMap(h -> salt.map(s -> new OracleHash(digest, h, s)));
  }

  /** The number of iterations is fixed, but the limit may be lower. */
  @Override
  public Optional<String> outside(CostBounds bounds) {
    return digest == Digest.SHA1 ? Optional.empty() : bounds.pbkdf2(ITERATIONS);
  }

  @Override
  public boolean matches(byte[] passwordUtf8) {
    return hash.sameAs(digest.of(stretched(passwordUtf8), salt.toBytes()));
  }

  private byte[] stretched(byte[] password) {
    if (digest == Digest.SHA1) {
      return password;
    }
    byte[] labelled = new DigestInput(List.of(salt, SecretBytes.ofUtf8(""))).with(KEY_LABEL);
    return digest.pbkdf2(password, labelled, ITERATIONS, digest.length());
  }
}
