package dev.muster.profile;

import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.util.List;

/** Makes values of plain Java ones, so that tests read like the JSON that they are about. */
public final class Samples {

  private Samples() {}

  /** An object; names and values take turns. */
  public static Struct object(Object... namesAndValues) {
    Struct.Builder members = new Struct.Builder();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      members.put((String) namesAndValues[i], value(namesAndValues[i + 1]));
    }
    return members.build();
  }

  /** Text, number, boolean, null, list, or a value as it is. */
  public static Value value(Object plain) {
    if (plain == null) {
      return Value.NULL;
    }
    if (plain instanceof Value value) {
      return value;
    }
    if (plain instanceof String text) {
      return Value.of(text);
    }
    if (plain instanceof Boolean flag) {
      return Value.of(flag);
    }
    if (plain instanceof Number number) {
      return new Value.Num(number.toString());
    }
    if (plain instanceof List<?> items) {
      return new Value.Array(items.stream().map(Samples::value).toList());
    }
    throw new IllegalArgumentException("no value is made of a " + plain.getClass());
  }
}
