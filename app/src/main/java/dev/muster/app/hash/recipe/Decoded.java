package dev.muster.app.hash.recipe;

import dev.muster.app.hash.scheme.SecretBytes;
import java.util.List;
import java.util.Optional;

/**
 * The bytes that a text stands for: {@code unhex(salt)}, {@code unbase64(salt)}. The text is known
 * when a hash is imported, so one that can't be decoded is refused then.
 *
 * @param encoding {@link Encoding#HEX} or {@link Encoding#BASE64}
 */
public record Decoded(Encoding encoding, Expression text) implements Expression {

  static final String PREFIX = "un";

  /**
   * The decoded bytes.
   *
   * @throws IllegalStateException if the text can't be decoded; {@link RecipeHash} has checked it
   */
  @Override
  public byte[] value(Inputs inputs) {
    return decode(inputs)
        .orElseThrow(() -> new IllegalStateException("a text that is not " + encoding.word()))
        .toBytes();
  }

  /** Empty if the text is not in this encoding. */
  Optional<SecretBytes> decode(Inputs inputs) {
    return encoding.decode(SecretBytes.of(text.value(inputs)));
  }

  @Override
  public List<Expression> operands() {
    return List.of(text);
  }

  @Override
  public String print() {
    return Call.text(PREFIX + encoding.word(), text);
  }

  @Override
  public double lengthMax(Sizes sizes) {
    return text.lengthMax(sizes);
  }

  /** Whether the text depends on nothing but the salt and the login. */
  boolean isOfGivenText() {
    return text.nodes()
        .noneMatch(
            node ->
                node == Source.PASSWORD
                    || node == Source.PREVIOUS
                    || node instanceof Pepper
                    || node instanceof Decoded
                    || node.isOneWay());
  }
}
