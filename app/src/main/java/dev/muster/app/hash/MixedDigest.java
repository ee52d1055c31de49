package dev.muster.app.hash;

import dev.muster.password.CostBounds;
import java.util.Optional;

/** One pass of a digest over a mixture of a password and a salt, taken out of a vendor's text. */
record MixedDigest(Digest digest, Mixture message, Octets hash) implements ParsedHash {

  /** Nothing to bound: one pass of a digest. */
  @Override
  public Optional<String> outside(CostBounds bounds) {
    return Optional.empty();
  }

  @Override
  public boolean matches(byte[] passwordUtf8) {
    return hash.sameAs(digest.of(message.with(passwordUtf8)));
  }
}
