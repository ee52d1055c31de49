package dev.muster.app.hash;

import dev.muster.app.hash.kdf.Argon2Hash;
import dev.muster.app.hash.kdf.HashMemory;
import dev.muster.password.EncodedHash;
import java.security.SecureRandom;
import java.util.Base64;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

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
  private static final Base64.Encoder BASE64 = Base64.getEncoder().withoutPadding();

  @Override
  public long memoryBytes() {
    return memoryKib * 1024L;
  }

  @Override
  public EncodedHash encode(byte[] passwordUtf8) {
    byte[] salt = new byte[SALT_LENGTH];
    RANDOM.nextBytes(salt);
    Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
    argon2.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(memoryKib)
            .withIterations(passes)
            .withParallelism(lanes)
            .withSalt(salt)
            .build());
    byte[] digest = new byte[DIGEST_LENGTH];
    HashMemory.SHARED.with(memoryBytes(), () -> argon2.generateBytes(passwordUtf8, digest));
    String text =
        "$argon2id$v=19$m="
            + memoryKib
            + ",t="
            + passes
            + ",p="
            + lanes
            + "$"
            + BASE64.encodeToString(salt)
            + "$"
            + BASE64.encodeToString(digest);
    return new EncodedHash(Argon2Hash.NAME, text);
  }
}
