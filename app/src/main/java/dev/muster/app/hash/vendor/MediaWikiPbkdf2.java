package dev.muster.app.hash.vendor;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.muster.app.hash.digest.Digest;
import dev.muster.app.hash.kdf.DerivedKey;
import dev.muster.app.hash.scheme.Decimal;
import dev.muster.app.hash.scheme.ParsedHash;
import dev.muster.app.hash.scheme.SecretBytes;
import dev.muster.password.CostBounds;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * MediaWiki's hashes since 1.24: {@code :pbkdf2:sha512:30000:64:SALT:DIGEST}, that is the name of
 * the digest, the iterations, the length of the key in bytes, and salt and key in base64.
 *
 * <p>An administrator can wrap old hashes without knowing the passwords. {@code
 * :pbkdf2-legacyB:!sha512:30000:64!SALT!SALT!DIGEST} is PBKDF2 of the hex digits of {@code
 * :B:SALT:…}, with the parameters of both, then the salts of both. {@code :pbkdf2-legacyA:} has an
 * empty first salt.
 *
 * <p>Source: MediaWiki's classes Pbkdf2Password, ParameterizedPassword and
 * LayeredParameterizedPassword, and the default of {@code $wgPasswordConfig}.
 *
 * @param wrapped the old hash that PBKDF2 takes for the password; empty for the password itself
 */
record MediaWikiPbkdf2(Optional<MediaWikiMd5.Step> wrapped, DerivedKey pbkdf2)
    implements ParsedHash {

  private static final String PARAMETERS = "([a-z0-9]+):(N):(N)".replace("N", Decimal.PATTERN);
  private static final Pattern PLAIN =
      Pattern.compile(":pbkdf2:" + PARAMETERS + ":([^:]*):([^:]+)");
  private static final Pattern LAYERED =
      Pattern.compile(":pbkdf2-legacy[AB]:!" + PARAMETERS + "!([^!]*)!([^!]*)!([^!]+)");
  private static final Set<Digest> DIGESTS =
      Set.of(
          Digest.SHA1,
          Digest.SHA224,
          Digest.SHA256,
          Digest.SHA384,
          Digest.SHA512,
          Digest.WHIRLPOOL);

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
    Optional<Digest> digest = Digest.ofWireName(parameters.group(1)).filter(DIGESTS::contains);
    long iterations = Decimal.parse(parameters.group(2));
    long length = Decimal.parse(parameters.group(3));
    Optional<SecretBytes> saltBytes = SecretBytes.ofBase64(salt);
    return digest.isEmpty() || saltBytes.isEmpty()
        ? Optional.empty()
        : SecretBytes.ofBase64(key)
            .filter(bytes -> bytes.length() == length)
            .map(bytes -> new DerivedKey(digest.get(), saltBytes.get(), iterations, bytes))
            .map(pbkdf2 -> new MediaWikiPbkdf2(wrapped, pbkdf2));
  }

  @Override
  public Optional<String> outside(CostBounds bounds) {
    return pbkdf2.outside(bounds);
  }

  @Override
  public boolean matches(byte[] passwordUtf8) {
    return pbkdf2.matches(
        wrapped
            .map(step -> HexFormat.of().formatHex(step.digest(passwordUtf8)).getBytes(US_ASCII))
            .orElse(passwordUtf8));
  }
}
