package dev.muster.app.hash.vendor;

import static dev.muster.app.hash.scheme.Advice.ADVISABLE;
import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.muster.app.hash.crypt.BcryptHash;
import dev.muster.app.hash.scheme.About;
import dev.muster.app.hash.scheme.KnownScheme;
import dev.muster.app.hash.scheme.ParsedHash;
import dev.muster.password.CostBounds;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

/**
 * WordPress since 6.8: {@code $wp$2y$10$…} is bcrypt of the password's HMAC-SHA-384 in base64, with
 * the key {@code wp-sha384}.
 *
 * <p>WordPress trims passwords both when they are set and when they are checked.
 *
 * <p>Source: WordPress's {@code wp_hash_password}, {@code wp_check_password} and {@code
 * wp_authenticate} in {@code wp-includes/pluggable.php}.
 */
record WordpressBcrypt(BcryptHash bcrypt) implements ParsedHash {

  static final KnownScheme SCHEME =
      KnownScheme.of(
          "wordpress-bcrypt",
          encoded -> encoded.startsWith("$wp$2"),
          WordpressBcrypt::parse,
          new About(
              "bcrypt, as WordPress writes it",
              "$wp$2y$05$pIKm4ej/GwznCTjzrn9YjeVl8OvR.NFdlI3DtoKLPjG2OLS61k7aO",
              "correct horse battery staple",
              "WordPress since 6.8",
              "SELECT user_login, user_email, user_pass FROM wp_users",
              ADVISABLE));

  private static final String PREFIX = "$wp";
  private static final byte[] KEY = "wp-sha384".getBytes(US_ASCII);

  /** The characters that PHP's trim() removes. */
  private static final String BLANKS = " \t\n\r\0\u000B";

  static Optional<WordpressBcrypt> parse(String encoded) {
    return encoded.startsWith(PREFIX)
        ? BcryptHash.parse(encoded.substring(PREFIX.length())).map(WordpressBcrypt::new)
        : Optional.empty();
  }

  @Override
  public Optional<String> outside(CostBounds bounds) {
    return bcrypt.outside(bounds);
  }

  @Override
  public boolean matches(byte[] passwordUtf8) {
    Mac hmac = HmacUtils.getInitializedMac(HmacAlgorithms.HMAC_SHA_384, KEY);
    return bcrypt.matches(Base64.getEncoder().encode(hmac.doFinal(trimmed(passwordUtf8))));
  }

  private static byte[] trimmed(byte[] password) {
    int from = 0;
    int to = password.length;
    while (from < to && isBlank(password[from])) {
      from++;
    }
    while (from < to && isBlank(password[to - 1])) {
      to--;
    }
    return Arrays.copyOfRange(password, from, to);
  }

  private static boolean isBlank(byte character) {
    return BLANKS.indexOf(character) >= 0;
  }
}
