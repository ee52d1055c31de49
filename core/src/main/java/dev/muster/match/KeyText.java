package dev.muster.match;

import dev.muster.user.Account;
import dev.muster.user.Key;
import dev.muster.value.DecimalText;
import dev.muster.value.Value;
import org.jspecify.annotations.Nullable;

/** Converts attribute values to the texts by which keys are compared. */
public final class KeyText {

  private KeyText() {}

  /**
   * The key of an account's attribute; null if its value can't be a key.
   *
   * @param path where the attribute lives, such as {@code custom_attributes.phone}
   */
  public static @Nullable Key keyOf(String path, Account account) {
    String name = path.substring(path.indexOf('.') + 1);
    Value value =
        path.startsWith("attributes.")
            ? account.attributes().get(name)
            : account.customAttributes().get(name);
    String text = value == null ? null : of(value);
    return text == null ? null : Key.ofAttribute(path, text);
  }

  /**
   * The text of a scalar that isn't empty; null for other values, which can't be keys. Numbers that
   * are equal have the same text: {@code 1e3}, {@code 1000.0} and {@code 1000} are {@code 1000}.
   */
  public static @Nullable String of(Value value) {
    if (value instanceof Value.Text text) {
      return text.text().isEmpty() ? null : text.text();
    }
    if (value instanceof Value.Num number) {
      return DecimalText.of(number.literal());
    }
    return value instanceof Value.Bool flag ? String.valueOf(flag.flag()) : null;
  }
}
