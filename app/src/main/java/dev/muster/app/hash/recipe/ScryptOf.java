package dev.muster.app.hash.recipe;

import dev.muster.app.hash.kdf.ScryptCost;
import dev.muster.password.CostBounds;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A key derived by scrypt (RFC 7914): {@code scrypt(password, salt, 16384, 8, 1, 64)}, where the
 * numbers are N, r, p and the key's length.
 *
 * @param keyLength in bytes, at least 1
 */
public record ScryptOf(Expression password, Expression salt, ScryptCost cost, int keyLength)
    implements Expression {

  static final String NAME = "scrypt";

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
    return Call.text(NAME, password, salt, cost.n(), cost.r(), cost.p(), keyLength);
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
        + Work.ofScryptStart(bounds)
        + (double) cost.n() * cost.r() * cost.p() / bounds.scryptWorkMax();
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
