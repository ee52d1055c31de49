package dev.muster.app.hash.recipe;

import dev.muster.app.hash.kdf.Argon2Cost;
import dev.muster.password.CostBounds;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A key derived by Argon2 (RFC 9106), version 19: {@code argon2id(password, salt, 65536, 3, 4,
 * 32)}, where the numbers are the memory in KiB, the passes, the lanes and the key's length.
 *
 * @param variant {@code argon2id}, {@code argon2i} or {@code argon2d}
 * @param keyLength in bytes, at least 4
 */
public record Argon2Of(
    String variant, Expression password, Expression salt, Argon2Cost cost, int keyLength)
    implements Expression {

  static final int KEY_LENGTH_MIN = 4;

  @Override
  public byte[] value(Inputs inputs) {
    return cost.derive(password.value(inputs), salt.value(inputs), keyLength);
  }

  @Override
  public List<Expression> operands() {
    return List.of(password, salt);
  }

  @Override
  public String print() {
    return Call.text(
        variant, password, salt, cost.memoryKib(), cost.passes(), cost.lanes(), keyLength);
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
    return Work.ofOperands(this, bounds, sizes)
        + Work.ofArgon2Start(bounds)
        + (double) cost.memoryKib() * cost.passes() / (bounds.argon2WorkMibMax() * 1024.0);
  }

  @Override
  public Optional<String> outside(CostBounds bounds) {
    return cost.outside(bounds).or(() -> bounds.keyLength(keyLength));
  }

  @Override
  public boolean isOneWay() {
    return true;
  }
}
