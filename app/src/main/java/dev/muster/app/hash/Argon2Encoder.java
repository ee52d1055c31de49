package dev.muster.app.hash;

import dev.muster.app.hash.kdf.Argon2Cost;
import dev.muster.app.hash.kdf.Argon2Hash;
import dev.muster.app.hash.scheme.SecretBytes;
import dev.muster.password.EncodedHash;
import java.security.SecureRandom;

/**
 * Hashes passwords with the scheme {@code argon2}: argon2id, version 19, with a salt of 16 bytes
 * and a digest of 32.
 *
 * @param memoryKib at least 8 for each lane
 * @param passes from 1
 * @param lanes from 1
 */
public record Argon2Encoder(int memoryKib, int passes, int lanes) implements PasswordEncoder {

  private static final int SALT_LENGTH = 16;
  private static final int DIGEST_LENGTH = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  @Override
  public long memoryBytes() {
    return memoryKib * 1024L;
  }

  @Override
  public EncodedHash encode(byte[] passwordUtf8) {
    byte[] salt = new byte[SALT_LENGTH];
    RANDOM.nextBytes(salt);
    Argon2Cost cost = Argon2Cost.of("argon2id", memoryKib, passes, lanes);
    byte[] digest = cost.derive(passwordUtf8, salt, DIGEST_LENGTH);
    Argon2Hash hash = new Argon2Hash(cost, SecretBytes.of(salt), SecretBytes.of(digest));
    return new EncodedHash(Argon2Hash.NAME, hash.encoded());
  }
}
