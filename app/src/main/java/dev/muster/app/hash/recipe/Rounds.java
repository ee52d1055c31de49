package dev.muster.app.hash.recipe;

import dev.muster.password.CostBounds;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An expression that is evaluated again and again: {@code rounds(salt + password, 1000,
 * sha1(previous))}. In the first round {@code previous} is the start, in each later one the value
 * of the round before.
 *
 * @param times at least 1
 * @param step has a value of fixed length, so that values do not grow
 */
public record Rounds(Expression start, long times, Expression step) implements Expression {

  static final String NAME = "rounds";

  @Override
  public byte[] value(Inputs inputs) {
    byte[] value = start.value(inputs);
    for (long i = 0; i < times; i++) {
      value = step.value(inputs.withPrevious(value));
    }
    return value;
  }

  @Override
  public List<Expression> operands() {
    return List.of(start, step);
  }

  @Override
  public String print() {
    return Call.text(NAME, start, times, step);
  }

  @Override
  public OptionalInt length() {
    return step.length();
  }

  @Override
  public double lengthMax(Sizes sizes) {
    return step.length().orElse(0);
  }

  @Override
  public double work(CostBounds bounds, Sizes sizes) {
    double first = step.work(bounds, sizes.withPrevious(start.lengthMax(sizes)));
    double later = step.work(bounds, sizes.withPrevious(lengthMax(sizes)));
    return start.work(bounds, sizes) + first + (times - 1) * later;
  }

  @Override
  public Optional<String> outside(CostBounds bounds) {
    return bounds.repetitions("rounds", times, 1);
  }

  @Override
  public boolean isOneWay() {
    return step.nodes().anyMatch(Expression::isOneWay);
  }
}
