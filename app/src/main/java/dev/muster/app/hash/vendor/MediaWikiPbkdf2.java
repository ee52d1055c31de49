package dev.muster.app.hash.vendor;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;

import dev.muster.app.hash.kdf.Pbkdf2;
import dev.muster.app.hash.scheme.Decimal;
import dev.muster.app.hash.scheme.ParsedHash;
import dev.muster.app.hash.scheme.SecretBytes;
import dev.muster.password.CostBounds;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA224Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.digests.WhirlpoolDigest;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * MediaWiki's hashes since 1.24: {@code :pbkdf2:sha512:30000:64:SALT:DIGEST}, the digest's name,
 * the iterations, the key's length in bytes, salt and key in base64.
 *
 * <p>An administrator can wrap old hashes without knowing the passwords. {@code
 * :pbkdf2-legacyB:!sha512:30000:64!SALT!SALT!DIGEST} is PBKDF2 of the hex digits of {@code
 * :B:SALT:…}, with the parameters of both, then the salts of both; {@code :pbkdf2-legacyA:} has an
 * empty first salt.
 *
 * <p>Source: MediaWiki's classes Pbkdf2Password, ParameterizedPassword and
 * LayeredParameterizedPassword, and the default of {@code $wgPasswordConfig}.
 *
 * @param wrapped what makes the text that PBKDF2 takes for the password; empty for the password
 */
record MediaWikiPbkdf2(
    Optional<MediaWikiMd5.Step> wrapped,
    String digestName,
    long iterations,
    SecretBytes salt,
    SecretBytes key)
    implements ParsedHash {

  private static final String PARAMETERS = "([a-z0-9]+):(N):(N)".replace("N", Decimal.PATTERN);
  private static final Pattern PLAIN =
      Pattern.compile(":pbkdf2:" + PARAMETERS + ":([^:]*):([^:]+)");
  private static final Pattern LAYERED =
      Pattern.compile(":pbkdf2-legacy[AB]:!" + PARAMETERS + "!([^!]*)!([^!]*)!([^!]+)");

  private static final Map<String, Supplier<Digest>> DIGESTS =
      Map.of(
          "sha1", SHA1Digest::new,
          "sha224", SHA224Digest::new,
          "sha256", SHA256Digest::new,
          "sha384", SHA384Digest::new,
          "sha512", SHA512Digest::new,
          "whirlpool", WhirlpoolDigest::new);

  static Optional<MediaWikiPbkdf2> parse(String encoded) {
    Matcher form = PLAIN.matcher(encoded);
    return form.matches()
        ? parse(Optional.empty(), form, form.group(4), form.group(5))
        : Optional.empty();
  }

  static Optional<MediaWikiPbkdf2> parseLayered(String encoded) {
    Matcher form = LAYERED.matcher(encoded);
    if (!form.matches()) {
      return Optional.empty();
    }
    boolean unsalted = encoded.startsWith(":pbkdf2-legacyA:") && form.group(4).isEmpty();
    MediaWikiMd5.Step step =
        unsalted
            ? new MediaWikiMd5.Unsalted()
            : new MediaWikiMd5.Salted(SecretBytes.ofUtf8(form.group(4)));
    return parse(Optional.of(step), form, form.group(5), form.group(6));
  }

  private static Optional<MediaWikiPbkdf2> parse(
      Optional<MediaWikiMd5.Step> wrapped, Matcher parameters, String salt, String key) {
    String digestName = parameters.group(1);
    long iterations = Decimal.parse(parameters.group(2));
    long length = Decimal.parse(parameters.group(3));
    if (!DIGESTS.containsKey(digestName)) {
      return Optional.empty();
    }
    Optional<SecretBytes> keyBytes =
        SecretBytes.ofBase64(key).filter(bytes -> bytes.length() == length);
    return SecretBytes.ofBase64(salt)
        .flatMap(
            saltBytes ->
                keyBytes.map(
                    bytes ->
                        new MediaWikiPbkdf2(wrapped, digestName, iterations, saltBytes, bytes)));
  }

  /** A key of several blocks costs the iterations for each of them. */
  @Override
  public Optional<String> outside(CostBounds bounds) {
    return bounds
        .keyLength(key.length())
        .or(() -> bounds.pbkdf2(iterations, Pbkdf2.blocks(digest().getDigestSize(), key.length())));
  }

  @Override
  public boolean matches(byte[] passwordUtf8) {
    byte[] password =
        wrapped
            .map(step -> HexFormat.of().formatHex(step.digest(passwordUtf8)).getBytes(US_ASCII))
            .orElse(passwordUtf8);
    var pbkdf2 = new PKCS5S2ParametersGenerator(digest());
    pbkdf2.init(password, salt.toBytes(), Math.toIntExact(iterations));
    var computed = (KeyParameter) pbkdf2.generateDerivedMacParameters(key.length() * Byte.SIZE);
    return key.sameAs(computed.getKey());
  }

  private Digest digest() {
    return requireNonNull(DIGESTS.get(digestName)).get();
  }
}
