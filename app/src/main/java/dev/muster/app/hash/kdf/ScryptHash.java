package dev.muster.app.hash.kdf;

import dev.muster.app.hash.scheme.ParsedHash;
import dev.muster.app.hash.scheme.SecretBytes;
import dev.muster.password.CostBounds;
import java.util.Optional;

/** The parsed form of all text formats of scrypt. The digest may have any length. */
public record ScryptHash(ScryptCost cost, SecretBytes salt, SecretBytes digest)
    implements ParsedHash {

  @Override
  public Optional<String> outside(CostBounds bounds) {
    return cost.outside(bounds).or(() -> bounds.keyLength(digest.length()));
  }

  @Override
  public int saltLength() {
    return salt.length();
  }

  @Override
  public boolean matches(byte[] passwordUtf8) {
    return digest.sameAs(cost.derive(passwordUtf8, salt.toBytes(), digest.length()));
  }
}
