package dev.muster.app.hash.vendor;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.muster.app.hash.digest.Digest;
import dev.muster.app.hash.scheme.About;
import dev.muster.app.hash.scheme.Advice;
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
 * Hashes of the Node.js package password-hash: {@code sha1$SALT$ITERATIONS$HEX}, an HMAC of the
 * password with the salt as key, then repeatedly an HMAC of the digest before in hex.
 *
 * <p>Older versions wrote {@code sha1$SALT$HEX}: a single HMAC, which is the scheme {@code
 * werkzeug-hmac}, or at first a digest of password and salt.
 *
 * <p>Source: davidwood/node-password-hash, {@code lib/password-hash.js}.
 */
record NodePasswordHash(Digest digest, SecretBytes salt, long iterations, SecretBytes hash)
    implements ParsedHash {

  /** Blocks of a digest's input that an HMAC of a digest in hex takes at most. */
  private static final int BLOCKS = 5;

  private static final Pattern FORM =
      Pattern.compile(
          "(md5|sha1|sha224|sha256|sha384|sha512)\\$([^$]+)\\$(N)\\$([0-9a-f]+)"
              .replace("N", Decimal.PATTERN));

  static final List<KnownScheme> SCHEMES =
      List.of(
          KnownScheme.of(
              "node-password-hash",
              NodePasswordHash::isRecognised,
              NodePasswordHash::parse,
              new About(
                  "HMACs of the package password-hash",
                  "sha1$da8efecc$1$89affab18ae275b8aa005c1a0755997b29cda2da",
                  "correct horse battery staple",
                  "Node.js programs with the package password-hash",
                  "the password column of the users table, as it is",
                  Advice.LEGACY)));

  /** Whether a text has the four fields of this form; those of Django and Werkzeug have three. */
  static boolean isRecognised(String text) {
    return parse(text).isPresent();
  }

  static Optional<NodePasswordHash> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    Digest digest = Digest.ofWireName(form.group(1)).orElseThrow();
    SecretBytes salt = SecretBytes.ofUtf8(form.group(2));
    long iterations = Decimal.parse(form.group(3));
    return SecretBytes.ofHex(form.group(4))
        .filter(hash -> hash.length() == digest.length() && iterations > 0)
        .map(hash -> new NodePasswordHash(digest, salt, iterations, hash));
  }

  @Override
  public Optional<String> outside(CostBounds bounds) {
    return digest.limits(bounds).repetitions("iterations of the HMAC", iterations, BLOCKS);
  }

  @Override
  public int saltLength() {
    return salt.length();
  }

  @Override
  public boolean matches(byte[] passwordUtf8) {
    byte[] result = digest.hmac(salt.toBytes(), passwordUtf8);
    for (long i = 1; i < iterations; i++) {
      byte[] hex = HexFormat.of().formatHex(result).getBytes(US_ASCII);
      result = digest.hmac(salt.toBytes(), hex);
    }
    return hash.sameAs(result);
  }
}
