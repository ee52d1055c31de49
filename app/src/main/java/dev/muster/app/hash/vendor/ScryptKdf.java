package dev.muster.app.hash.vendor;

import dev.muster.app.hash.digest.Digest;
import dev.muster.app.hash.kdf.ScryptCost;
import dev.muster.app.hash.scheme.About;
import dev.muster.app.hash.scheme.Advice;
import dev.muster.app.hash.scheme.KnownScheme;
import dev.muster.app.hash.scheme.ParsedHash;
import dev.muster.app.hash.scheme.SecretBytes;
import dev.muster.password.CostBounds;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * scrypt in the 96 bytes that Colin Percival's encryption program puts before a file, here for
 * passwords and in base64 or hex: the word "scrypt" and a zero, the binary logarithm of N, r and p
 * in four bytes each, 32 bytes of salt, 16 of SHA-256 of all that, and HMAC-SHA-256 of these 64
 * bytes. Its key is the second half of the 64 bytes that scrypt derives.
 *
 * <p>Source: the npm package {@code scrypt-kdf}; the file FORMAT of Tarsnap's scrypt.
 *
 * @param header the first 64 bytes
 */
record ScryptKdf(ScryptCost cost, SecretBytes salt, SecretBytes header, SecretBytes hmac)
    implements ParsedHash {

  /**
   * Other schemes join a text like this to others by these marks. So many hex digits no digest has,
   * which could begin like this by chance.
   */
  private static final Pattern FORM =
      Pattern.compile("c2NyeXB0AA[^$:|]*|73637279707400[^$:|]{115,}");

  private static final String HEX = "73637279707400";
  private static final int LENGTH = 96;
  private static final int COST_FROM = 7;
  private static final int SALT_FROM = 16;
  private static final int CHECKSUM_FROM = 48;
  private static final int HMAC_FROM = 64;
  private static final int KEY_LENGTH = 64;
  private static final int HMAC_KEY_FROM = 32;

  static final List<KnownScheme> SCHEMES =
      List.of(
          KnownScheme.of(
              "scrypt-kdf",
              text -> FORM.matcher(text).matches(),
              ScryptKdf::parse,
              new About(
                  "scrypt, as scrypt-kdf writes it",
                  "c2NyeXB0AAwAAAAIAAAAAZbzPqgDa//S+JbLlzLVw1fgzb0DLoALB6VryVR7RmU2Dx4Tw9YS34"
                      + "3cIeJv0x5YTBEGWm8/SzdXtJqG3WxnT3v30jM1oky06f5m/YuPMEoC",
                  "correct horse battery staple",
                  "Medusa, and other programs for Node.js and Deno with scrypt-kdf",
                  "Medusa 2: SELECT provider_metadata->>'password' FROM provider_identity;"
                      + " Medusa 1: SELECT email, password_hash FROM customer",
                  Advice.ADVISABLE)));

  static Optional<ScryptKdf> parse(String text) {
    Optional<SecretBytes> bytes =
        text.startsWith(HEX) ? SecretBytes.ofHex(text) : SecretBytes.ofBase64(text);
    return bytes.filter(b -> b.length() == LENGTH).flatMap(ScryptKdf::parse);
  }

  private static Optional<ScryptKdf> parse(SecretBytes bytes) {
    ByteBuffer fields = ByteBuffer.wrap(bytes.toBytes()).position(COST_FROM);
    int logarithm = Byte.toUnsignedInt(fields.get());
    long r = Integer.toUnsignedLong(fields.getInt());
    long p = Integer.toUnsignedLong(fields.getInt());
    byte[] digest = Digest.SHA256.of(bytes.part(0, CHECKSUM_FROM).toBytes());
    byte[] checksum = Arrays.copyOf(digest, HMAC_FROM - CHECKSUM_FROM);
    return bytes.part(CHECKSUM_FROM, HMAC_FROM).sameAs(checksum)
        ? ScryptCost.ofLogarithm(logarithm, r, p)
            .map(
                cost ->
                    new ScryptKdf(
                        cost,
                        bytes.part(SALT_FROM, CHECKSUM_FROM),
                        bytes.part(0, HMAC_FROM),
                        bytes.part(HMAC_FROM, LENGTH)))
        : Optional.empty();
  }

  @Override
  public Optional<String> outside(CostBounds bounds) {
    return cost.outside(bounds);
  }

  @Override
  public int saltLength() {
    return salt.length();
  }

  @Override
  public boolean matches(byte[] passwordUtf8) {
    byte[] key = cost.derive(passwordUtf8, salt.toBytes(), KEY_LENGTH);
    byte[] hmacKey = Arrays.copyOfRange(key, HMAC_KEY_FROM, KEY_LENGTH);
    return hmac.sameAs(Digest.SHA256.hmac(hmacKey, header.toBytes()));
  }
}
