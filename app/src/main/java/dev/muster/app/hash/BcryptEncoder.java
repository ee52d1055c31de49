package dev.muster.app.hash;

import dev.muster.app.hash.crypt.Bcrypt;
import dev.muster.password.EncodedHash;
import java.security.SecureRandom;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;

/**
 * Hashes passwords with the scheme {@code bcrypt}, prefix {@code $2b$}.
 *
 * @param cost binary logarithm of the rounds, 4 to 31
 */
public record BcryptEncoder(int cost) implements PasswordEncoder {

  private static final int SALT_LENGTH = 16;
  private static final int PASSWORD_LENGTH_MAX = 72;
  private static final SecureRandom RANDOM = new SecureRandom();

  @Override
  public EncodedHash encode(byte[] passwordUtf8) {
    if (passwordUtf8.length > PASSWORD_LENGTH_MAX) {
      throw new PasswordTooLong(passwordUtf8.length, PASSWORD_LENGTH_MAX);
    }
    byte[] salt = new byte[SALT_LENGTH];
    RANDOM.nextBytes(salt);
    return new EncodedHash(
        Bcrypt.SCHEME.name(), OpenBSDBCrypt.generate("2b", passwordUtf8, salt, cost));
  }
}
