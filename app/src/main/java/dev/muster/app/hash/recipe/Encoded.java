package dev.muster.app.hash.recipe;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.List;
import java.util.OptionalInt;

/** Bytes as text: {@code hex(md5(password))}. */
public record Encoded(Encoding encoding, Expression bytes) implements Expression {

  @Override
  public byte[] value(Inputs inputs) {
    return encoding.encode(bytes.value(inputs)).getBytes(US_ASCII);
  }

  @Override
  public List<Expression> operands() {
    return List.of(bytes);
  }

  @Override
  public String print() {
    return Call.text(encoding.word(), bytes);
  }

  @Override
  public OptionalInt length() {
    OptionalInt length = bytes.length();
    return length.isEmpty() ? length : OptionalInt.of((int) encoding.length(length.getAsInt()));
  }

  @Override
  public double lengthMax(Sizes sizes) {
    return encoding.length(bytes.lengthMax(sizes));
  }
}
