package dev.muster.app.hash.recipe;

import java.util.List;
import java.util.OptionalInt;

/**
 * Bytes again and again, up to a length: {@code repeat(salt, 64)}. No bytes give zeros.
 *
 * @param to the length in bytes, at least 1
 */
public record Repeated(Expression bytes, int to) implements Expression {

  static final String NAME = "repeat";

  @Override
  public byte[] value(Inputs inputs) {
    byte[] unit = bytes.value(inputs);
    byte[] all = new byte[to];
    for (int i = 0; i < to && unit.length > 0; i++) {
      all[i] = unit[i % unit.length];
    }
    return all;
  }

  @Override
  public List<Expression> operands() {
    return List.of(bytes);
  }

  @Override
  public String print() {
    return Call.text(NAME, bytes, to);
  }

  @Override
  public OptionalInt length() {
    return OptionalInt.of(to);
  }

  @Override
  public double lengthMax(Sizes sizes) {
    return to;
  }
}
