package dev.muster.app.hash.recipe;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Several values one behind the other.
 *
 * @param operands at least two, none of them a sum itself
 */
public record Sum(List<Expression> operands) implements Expression {

  public Sum {
    operands = List.copyOf(operands);
  }

  /** The concatenation of one or more terms; sums among them are dissolved. */
  public static Expression of(List<Expression> terms) {
    List<Expression> flat =
        terms.stream()
            .flatMap(term -> term instanceof Sum sum ? sum.operands.stream() : Stream.of(term))
            .toList();
    return flat.size() == 1 ? flat.get(0) : new Sum(flat);
  }

  @Override
  public byte[] value(Inputs inputs) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (Expression operand : operands) {
      bytes.writeBytes(operand.value(inputs));
    }
    return bytes.toByteArray();
  }

  @Override
  public String print() {
    return operands.stream().map(Expression::print).collect(Collectors.joining(" + "));
  }

  @Override
  public OptionalInt length() {
    int sum = 0;
    for (Expression operand : operands) {
      OptionalInt length = operand.length();
      if (length.isEmpty()) {
        return length;
      }
      sum += length.getAsInt();
    }
    return OptionalInt.of(sum);
  }

  @Override
  public double lengthMax(Sizes sizes) {
    return operands.stream().mapToDouble(operand -> operand.lengthMax(sizes)).sum();
  }
}
