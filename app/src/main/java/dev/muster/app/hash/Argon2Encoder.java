package dev.muster.app.hash;

import dev.muster.password.EncodedHash;
import java.security.SecureRandom;
import java.util.Base64;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

public final class Argon2Encoder implements PasswordEncoder {
  private final SecureRandom random = new SecureRandom();

  @Override
  public EncodedHash encode(byte[] passwordUtf8) {
    byte[] salt = new byte[16];
    random.nextBytes(salt);
    Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
    argon2.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(19)
            .withMemoryAsKB(19456)
            .withIterations(2)
            .withParallelism(1)
            .withSalt(salt)
            .build());
    byte[] digest = new byte[32];
    argon2.generateBytes(passwordUtf8, digest);
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return new EncodedHash(
        "django-argon2",
        "argon2$argon2id$v=19$m=19456,t=2,p=1$"
            + base64.encodeToString(salt)
            + "$"
            + base64.encodeToString(digest));
  }
}
