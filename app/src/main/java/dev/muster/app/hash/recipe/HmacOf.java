package dev.muster.app.hash.recipe;

import dev.muster.app.hash.digest.Digest;
import dev.muster.password.CostBounds;
import java.util.List;
import java.util.OptionalInt;

/** The bytes of an HMAC (RFC 2104): {@code hmac-sha256(salt, password)}. */
public record HmacOf(Digest digest, Expression key, Expression message) implements Expression {

  static final String PREFIX = "hmac-";

  @Override
  public byte[] value(Inputs inputs) {
    return digest.hmac(key.value(inputs), message.value(inputs));
  }

  @Override
  public List<Expression> operands() {
    return List.of(key, message);
  }

  @Override
  public String print() {
    return Call.text(PREFIX + digest.wireName(), key, message);
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
        + Work.ofDigest(digest, key.lengthMax(sizes), bounds)
        + 2 * Work.ofDigest(digest, message.lengthMax(sizes), bounds);
  }

  @Override
  public boolean isOneWay() {
    return true;
  }
}
