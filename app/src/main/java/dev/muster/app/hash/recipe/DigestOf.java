package dev.muster.app.hash.recipe;

import dev.muster.app.hash.digest.Digest;
import dev.muster.password.CostBounds;
import java.util.List;
import java.util.OptionalInt;

/** The bytes of a digest: {@code sha256(salt + password)}. */
public record DigestOf(Digest digest, Expression message) implements Expression {

  @Override
  public byte[] value(Inputs inputs) {
    return digest.of(message.value(inputs));
  }

  @Override
  public List<Expression> operands() {
    return List.of(message);
  }

  @Override
  public String print() {
    return Call.text(digest.wireName(), message);
  }

  @Override
  public OptionalInt length() {
    return OptionalInt.of(digest.length());
  }

  @Override
  public double lengthMax(Sizes sizes) {
    return digest.length();
  }

  @Override
  public double work(CostBounds bounds, Sizes sizes) {
    return Work.ofOperands(this, bounds, sizes)
        + Work.ofDigest(digest, message.lengthMax(sizes), bounds);
  }

  @Override
  public boolean isOneWay() {
    return true;
  }
}
