package dev.muster.app.settings;

import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Converts what a YAML parser returns to values. */
final class YamlValues {

  private YamlValues() {}

  static Struct of(Map<?, ?> members) {
    Struct.Builder struct = new Struct.Builder();
    members.forEach((name, value) -> struct.put(String.valueOf(name), value(value)));
    return struct.build();
  }

  private static Value value(@Nullable Object plain) {
    if (plain == null) {
      return Value.NULL;
    }
    if (plain instanceof Map<?, ?> map) {
      return of(map);
    }
    if (plain instanceof List<?> list) {
      List<Value> items = new ArrayList<>();
      list.forEach(item -> items.add(value(item)));
      return new Value.Array(items);
    }
    return plain instanceof Boolean flag ? Value.of(flag) : Value.of(String.valueOf(plain));
  }
}
