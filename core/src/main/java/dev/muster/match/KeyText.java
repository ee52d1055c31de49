package dev.muster.match;

import dev.muster.value.Value;
import org.jspecify.annotations.Nullable;

/** The text by which an attribute's value is compared when it serves as a key. */
public final class KeyText {

  private KeyText() {}

  /** The text of a scalar that isn't empty; null for anything else, which is no key. */
  public static @Nullable String of(Value value) {
    if (value instanceof Value.Text text) {
      return text.text().isEmpty() ? null : text.text();
    }
    if (value instanceof Value.Num number) {
      return number.literal();
    }
    return value instanceof Value.Bool flag ? String.valueOf(flag.flag()) : null;
  }
}
