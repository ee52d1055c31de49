package dev.muster.app.hash.scheme;

import dev.muster.password.CostBounds;
import java.util.Optional;

/**
 * A hash that can't be verified without a secret that its system stores elsewhere.
 *
 * @param message what is missing, in words
 */
public record KeylessHash(String message) implements ParsedHash {

  @Override
  public Optional<String> lacking() {
    return Optional.of(message);
  }

  @Override
  public Optional<String> outside(CostBounds bounds) {
    return Optional.empty();
  }

  @Override
  public boolean matches(byte[] passwordUtf8) {
    return false;
  }
}
