package dev.muster.app.hash;

import dev.muster.password.CostBounds;
import java.util.Optional;

/** What all the spellings of PBKDF2 say, see {@link Pbkdf2}. The digest may be of any length. */
record Pbkdf2Hash(Prf prf, long iterations, Octets salt, Octets digest) implements ParsedHash {

  @Override
  public Optional<String> outside(CostBounds bounds) {
    return bounds
        .keyLength(digest.length())
        .or(() -> bounds.pbkdf2(iterations, Pbkdf2.blocks(prf.length(), digest.length())));
  }

  @Override
  public boolean matches(byte[] passwordUtf8) {
    return digest.sameAs(
        Pbkdf2.derive(prf, passwordUtf8, salt.toBytes(), iterations, digest.length()));
  }
}
