package dev.muster.app.hash.vendor;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.muster.app.hash.crypt.BcryptHash;
import dev.muster.app.hash.scheme.DjangoPrefix;
import dev.muster.app.hash.scheme.ParsedHash;
import dev.muster.password.CostBounds;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Django's bcrypt of a digest, which avoids bcrypt's limit of 72 bytes: {@code
 * bcrypt_sha256$$2b$12$…} is bcrypt of the password's SHA-256 in lower-case hex.
 *
 * <p>Passlib's {@code bcrypt_sha256} is another format.
 *
 * <p>Source: Django's {@code django.contrib.auth.hashers}, class BCryptSHA256PasswordHasher.
 */
record DjangoBcryptSha256(BcryptHash bcrypt) implements ParsedHash {

  static Optional<ParsedHash> parse(String encoded) {
    return BcryptHash.parse(DjangoPrefix.remove(encoded)).map(DjangoBcryptSha256::new);
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
    return bcrypt.matches(DigestUtils.sha256Hex(passwordUtf8).getBytes(US_ASCII));
  }
}
