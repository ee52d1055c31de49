package dev.muster.app.hash.recipe;

import dev.muster.app.hash.digest.Digest;
import dev.muster.app.hash.kdf.Pbkdf2;
import dev.muster.password.CostBounds;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A key derived by PBKDF2 (RFC 8018 §5.2): {@code pbkdf2-sha256(password, salt, 10000, 32)}.
 *
 * @param keyLength in bytes, at least 1
 */
public record Pbkdf2Of(
    Digest digest, Expression password, Expression salt, long iterations, int keyLength)
    implements Expression {

  static final String PREFIX = "pbkdf2-";

  @Override
  public byte[] value(Inputs inputs) {
    return Pbkdf2.derive(
        digest, password.value(inputs), salt.value(inputs), Math.toIntExact(iterations), keyLength);
  }

  @Override
  public List<Expression> operands() {
    return List.of(password, salt);
  }

  @Override
  public String print() {
    return Call.text(PREFIX + digest.wireName(), password, salt, iterations, keyLength);
  }

  @Override
  public OptionalInt length() {
    return OptionalInt.of(keyLength);
  }

  @Override
  public double lengthMax(Sizes sizes) {
    return keyLength;
  }

  @Override
  public double work(CostBounds bounds, Sizes sizes) {
    double iterationsMax = digest.limits(bounds).pbkdf2IterationsMax();
    return Work.ofOperands(this, bounds, sizes)
        + Work.ofDigest(digest, password.lengthMax(sizes), bounds)
        + iterations * (double) blocks() / iterationsMax;
  }

  @Override
  public Optional<String> outside(CostBounds bounds) {
    return bounds.keyLength(keyLength).or(() -> digest.limits(bounds).pbkdf2(iterations, blocks()));
  }

  private long blocks() {
    return Pbkdf2.blocks(digest.length(), keyLength);
  }

  @Override
  public boolean isOneWay() {
    return true;
  }
}
