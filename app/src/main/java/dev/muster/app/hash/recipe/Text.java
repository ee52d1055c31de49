package dev.muster.app.hash.recipe;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;

/** A fixed text, in UTF-8. */
public record Text(String text) implements Expression {

  @Override
  public byte[] value(Inputs inputs) {
    return text.getBytes(UTF_8);
  }

  @Override
  public List<Expression> operands() {
    return List.of();
  }

  /** In quotes; a backslash precedes quotes, backslashes and codes of control characters. */
  @Override
  public String print() {
    StringBuilder printed = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (letter == '"' || letter == '\\') {
        printed.append('\\').append(letter);
      } else if (isCoded(letter)) {
        printed.append("\\u").append(HexFormat.of().toHexDigits(letter));
      } else {
        printed.append(letter);
      }
    }
    return printed.append('"').toString();
  }

  /** Whether a character can be written only by its code. */
  static boolean isCoded(char letter) {
    return Character.isISOControl(letter) || letter == '\u2028' || letter == '\u2029';
  }

  @Override
  public OptionalInt length() {
    return OptionalInt.of(text.getBytes(UTF_8).length);
  }

  @Override
  public double lengthMax(Sizes sizes) {
    return text.getBytes(UTF_8).length;
  }

  /** Without the text, which may be a secret. */
  @Override
  public String toString() {
    return "Text[length=" + text.length() + "]";
  }
}
