package dev.muster.app.hash;

import dev.muster.password.CostBounds;
import java.util.Optional;

/**
 * What all the spellings of scrypt say, see {@link ScryptCost}. The digest may be of any length.
 */
record ScryptHash(ScryptCost cost, Octets salt, Octets digest) implements ParsedHash {

  @Override
  public Optional<String> outside(CostBounds bounds) {
    return cost.outside(bounds).or(() -> bounds.keyLength(digest.length()));
  }

  @Override
  public boolean matches(byte[] passwordUtf8) {
    return digest.sameAs(cost.derive(passwordUtf8, salt.toBytes(), digest.length()));
  }
}
