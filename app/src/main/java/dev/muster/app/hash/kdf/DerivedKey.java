package dev.muster.app.hash.kdf;

import dev.muster.app.hash.digest.Digest;
import dev.muster.app.hash.scheme.ParsedHash;
import dev.muster.app.hash.scheme.SecretBytes;
import dev.muster.password.CostBounds;
import java.util.Optional;

/** A key derived by PBKDF2 (RFC 8018 §5.2) with any digest of {@link Digest}. */
public record DerivedKey(Digest digest, SecretBytes salt, long iterations, SecretBytes key)
    implements ParsedHash {

  @Override
  public Optional<String> outside(CostBounds bounds) {
    return bounds
        .keyLength(key.length())
        .or(
            () -> {
              long blocks = Pbkdf2.blocks(digest.length(), key.length());
              return digest.limits(bounds).pbkdf2(iterations, blocks);
            });
  }

  @Override
  public int saltLength() {
    return salt.length();
  }

  @Override
  public boolean matches(byte[] passwordUtf8) {
    int times = Math.toIntExact(iterations);
    return key.sameAs(digest.pbkdf2(passwordUtf8, salt.toBytes(), times, key.length()));
  }
}
