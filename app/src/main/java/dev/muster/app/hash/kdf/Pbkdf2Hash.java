package dev.muster.app.hash.kdf;

import dev.muster.app.hash.scheme.ParsedHash;
import dev.muster.app.hash.scheme.SecretBytes;
import dev.muster.password.CostBounds;
import java.util.Optional;

/** The parsed form of most text formats of PBKDF2. The digest may have any length. */
public record Pbkdf2Hash(Prf prf, long iterations, SecretBytes salt, SecretBytes digest)
    implements ParsedHash {

  @Override
  public Optional<String> outside(CostBounds bounds) {
    return bounds.keyLength(digest.length()).or(() -> bounds.pbkdf2(iterations, blocks()));
  }

  /** The blocks of the key; each takes all iterations. */
  public long blocks() {
    return Pbkdf2.blocks(prf.length(), digest.length());
  }

  @Override
  public int saltLength() {
    return salt.length();
  }

  @Override
  public boolean matches(byte[] passwordUtf8) {
    return digest.sameAs(
        Pbkdf2.derive(prf, passwordUtf8, salt.toBytes(), iterations, digest.length()));
  }
}
