package dev.muster.app.hash.recipe;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * The first bytes of a value, or all if it has no more: {@code first(sha512(password), 32)}.
 *
 * @param count at least 1
 */
public record First(Expression bytes, int count) implements Expression {

  static final String NAME = "first";

  @Override
  public byte[] value(Inputs inputs) {
    byte[] all = bytes.value(inputs);
    return Arrays.copyOf(all, Math.min(all.length, count));
  }

  @Override
  public List<Expression> operands() {
    return List.of(bytes);
  }

  @Override
  public String print() {
    return Call.text(NAME, bytes, count);
  }

  @Override
  public OptionalInt length() {
    OptionalInt all = bytes.length();
    return all.isEmpty() ? all : OptionalInt.of(Math.min(count, all.getAsInt()));
  }

  @Override
  public double lengthMax(Sizes sizes) {
    return Math.min(count, bytes.lengthMax(sizes));
  }
}
