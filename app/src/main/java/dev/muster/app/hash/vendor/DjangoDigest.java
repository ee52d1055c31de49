package dev.muster.app.hash.vendor;

import dev.muster.app.hash.scheme.DjangoPrefix;
import dev.muster.app.hash.scheme.HexText;
import dev.muster.app.hash.scheme.ParsedHash;
import dev.muster.app.hash.scheme.SecretBytes;
import dev.muster.password.CostBounds;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Django's oldest hashes, one pass of MD5 or SHA-1 over the salt and the password: {@code
 * sha1$SALT$HEX} and {@code md5$SALT$HEX}. Without a salt they are {@code sha1$$HEX}, {@code
 * md5$$HEX} and 32 hex digits alone.
 *
 * <p>Hex digits of either case are accepted. RestAuth adds {@code sha512$SALT$HEX}.
 *
 * <p>Source: Django's {@code django.contrib.auth.hashers}, classes MD5PasswordHasher,
 * SHA1PasswordHasher, UnsaltedMD5PasswordHasher and UnsaltedSHA1PasswordHasher.
 *
 * @param digestName the JDK's name of the digest, such as {@code SHA-1}
 * @param salt may be empty
 */
record DjangoDigest(String digestName, SecretBytes salt, SecretBytes digest) implements ParsedHash {

  private static final Pattern FORM = Pattern.compile("[^$]+\\$([^$]*)\\$([^$]+)");
  private static final int MD5_LENGTH = 16;
  private static final Pattern BARE_MD5 = Pattern.compile("[0-9a-fA-F]{32}");

  static boolean isSalted(String algorithm, String encoded) {
    return DjangoPrefix.names(algorithm, encoded)
        && !isUnsalted(algorithm, encoded)
        && !NodePasswordHash.isRecognised(encoded);
  }

  static boolean isUnsalted(String algorithm, String encoded) {
    return encoded.startsWith(algorithm + "$$");
  }

  static boolean isUnsaltedMd5(String encoded) {
    return isUnsalted("md5", encoded) || isBareMd5(encoded);
  }

  private static boolean isBareMd5(String encoded) {
    return BARE_MD5.matcher(encoded).matches();
  }

  /** Without Django's prefix, the digest may have any form of {@link HexText}. */
  static Optional<ParsedHash> parseMd5(String encoded) {
    return encoded.indexOf('$') < 0
        ? HexText.digest(encoded, MD5_LENGTH)
            .map(digest -> new DjangoDigest("MD5", SecretBytes.ofUtf8(""), digest))
        : parse(encoded, "MD5", MD5_LENGTH);
  }

  static Optional<ParsedHash> parseSha1(String encoded) {
    return parse(encoded, "SHA-1", 20);
  }

  static Optional<ParsedHash> parseSha512(String encoded) {
    return parse(encoded, "SHA-512", 64);
  }

  private static Optional<ParsedHash> parse(String encoded, String digestName, int digestLength) {
    Matcher form = FORM.matcher(encoded);
    if (!form.matches()) {
      return Optional.empty();
    }
    SecretBytes salt = SecretBytes.ofUtf8(form.group(1));
    return SecretBytes.ofHex(form.group(2))
        .filter(digest -> digest.length() == digestLength)
        .map(digest -> new DjangoDigest(digestName, salt, digest));
  }

  /** No limit: one pass of a digest. */
  @Override
  public Optional<String> outside(CostBounds bounds) {
    return Optional.empty();
  }

  @Override
  public int saltLength() {
    return salt.length();
  }

  @Override
  public boolean matches(byte[] passwordUtf8) {
    var message = DigestUtils.getDigest(digestName);
    message.update(salt.toBytes());
    return digest.sameAs(message.digest(passwordUtf8));
  }
}
