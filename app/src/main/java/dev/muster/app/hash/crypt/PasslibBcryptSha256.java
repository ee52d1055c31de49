package dev.muster.app.hash.crypt;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.muster.app.hash.kdf.Prf;
import dev.muster.app.hash.scheme.About;
import dev.muster.app.hash.scheme.Advice;
import dev.muster.app.hash.scheme.KnownScheme;
import dev.muster.app.hash.scheme.ParsedHash;
import dev.muster.app.hash.scheme.SecretBytes;
import dev.muster.password.CostBounds;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Passlib's bcrypt of a digest, which avoids bcrypt's limit of 72 bytes, in two versions: {@code
 * $bcrypt-sha256$2b,12$SALT$DIGEST} is bcrypt of the password's SHA-256 in base64. {@code
 * $bcrypt-sha256$v=2,t=2b,r=12$SALT$DIGEST} is bcrypt of its HMAC-SHA-256 in base64, with the 22
 * characters of the salt as the key.
 *
 * <p>Django's format of the same name is another.
 *
 * <p>Source: passlib's documentation, {@code passlib.hash.bcrypt_sha256}.
 *
 * @param hmacKey empty in the first version
 */
record PasslibBcryptSha256(Optional<SecretBytes> hmacKey, BcryptHash bcrypt) implements ParsedHash {

  private static final String PREFIX = "$bcrypt-sha256$";
  private static final Pattern FORM =
      Pattern.compile(
          "\\$bcrypt-sha256\\$(?:(2[ab]),([1-9][0-9]?)|v=2,t=(2b),r=([1-9][0-9]?))"
              + "\\$([^$]{22})\\$([^$]{31})");

  static final List<KnownScheme> SCHEMES =
      List.of(
          KnownScheme.of(
              "passlib-bcrypt-sha256",
              text -> text.startsWith(PREFIX),
              PasslibBcryptSha256::parse,
              new About(
                  "bcrypt of the password's SHA-256, as passlib writes it",
                  "$bcrypt-sha256$v=2,t=2b,r=5$abcdefghijklmnopqrstuu$bsungiydZLgcx"
                      + "sIddv6ixH21Pl8kSiy",
                  "correct horse battery staple",
                  "passlib and what is built on it: Flask-Security, RestAuth",
                  "the password column of the users table, as it is",
                  Advice.ADVISABLE)));

  static Optional<PasslibBcryptSha256> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    boolean first = form.group(1) != null;
    String revision = form.group(first ? 1 : 3);
    String cost = form.group(first ? 2 : 4);
    String salt = form.group(5);
    String bare = "$" + revision + (cost.length() == 1 ? "$0" : "$") + cost + "$" + salt;
    Optional<SecretBytes> key = first ? Optional.empty() : Optional.of(SecretBytes.ofUtf8(salt));
    return BcryptHash.parse(bare + form.group(6))
        .map(bcrypt -> new PasslibBcryptSha256(key, bcrypt));
  }

  @Override
  public Optional<String> outside(CostBounds bounds) {
    return bcrypt.outside(bounds);
  }

  @Override
  public int saltLength() {
    return bcrypt.saltLength();
  }

  @Override
  public boolean matches(byte[] passwordUtf8) {
    byte[] digest =
        hmacKey
            .map(key -> Prf.SHA256.keyed(key.toBytes()).doFinal(passwordUtf8))
            .orElseGet(() -> DigestUtils.sha256(passwordUtf8));
    return bcrypt.matches(Base64.getEncoder().encodeToString(digest).getBytes(US_ASCII));
  }
}
