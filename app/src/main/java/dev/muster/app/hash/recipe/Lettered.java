package dev.muster.app.hash.recipe;

import dev.muster.app.hash.digest.Letters;
import java.util.List;

/** A text in another encoding or case: {@code utf16le(password)}, {@code lower(login)}. */
public record Lettered(Letters letters, Expression text) implements Expression {

  /** UTF-8 of two bytes can have six in the other case. */
  private static final int GROWTH_MAX = 3;

  @Override
  public byte[] value(Inputs inputs) {
    return letters.of(text.value(inputs));
  }

  @Override
  public List<Expression> operands() {
    return List.of(text);
  }

  @Override
  public String print() {
    return Call.text(letters.wireName(), text);
  }

  @Override
  public double lengthMax(Sizes sizes) {
    return GROWTH_MAX * text.lengthMax(sizes);
  }
}
