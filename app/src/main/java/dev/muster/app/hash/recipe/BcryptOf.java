package dev.muster.app.hash.recipe;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.muster.password.CostBounds;
import java.util.List;

/**
 * The text of a bcrypt hash, such as {@code $2b$12$…}: {@code bcrypt(hex(sha256(password)))}. Its
 * salt, cost and revision are those of the stored hash. So {@code bcrypt(bcrypt(password))} uses
 * them twice. Without any byte of the password in what bcrypt reads, the value is empty: no hash.
 */
public record BcryptOf(Expression password) implements Expression {

  static final String NAME = "bcrypt";

  @Override
  public byte[] value(Inputs inputs) {
    byte[] value = password.value(inputs);
    return Truncation.hidesPassword(Truncation.BCRYPT, password, value, inputs)
        ? new byte[0]
        : inputs.bcrypt().textOf(value).getBytes(US_ASCII);
  }

  @Override
  public List<Expression> operands() {
    return List.of(password);
  }

  @Override
  public String print() {
    return Call.text(NAME, password);
  }

  @Override
  public double lengthMax(Sizes sizes) {
    return Sizes.BCRYPT_TEXT;
  }

  @Override
  public double work(CostBounds bounds, Sizes sizes) {
    return Work.ofOperands(this, bounds, sizes)
        + Math.scalb(1.0, sizes.bcryptCost() - bounds.bcryptCostMax());
  }

  @Override
  public boolean isOneWay() {
    return true;
  }
}
