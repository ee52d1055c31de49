package dev.muster.app.conformance;

import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads case files, which hold what no input may: NULs and other texts that the product's own
 * parser refuses. As in Python, the last of several members with one name stays.
 */
final class CaseJson {

  private static final JsonFactory FACTORY = new JsonFactory();

  private CaseJson() {}

  static Value parse(String text) {
    try (JsonParser in = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      return value(in, in.nextToken());
    }
  }

  private static Value value(JsonParser in, JsonToken token) {
    return switch (token) {
      case START_OBJECT -> struct(in);
      case START_ARRAY -> array(in);
      case VALUE_STRING -> Value.of(in.getString());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Value.Num(in.getString());
      case VALUE_TRUE -> Value.TRUE;
      case VALUE_FALSE -> Value.FALSE;
      case VALUE_NULL -> Value.NULL;
      default -> throw new IllegalArgumentException("unexpected " + token);
    };
  }

  private static Struct struct(JsonParser in) {
    Struct.Builder members = new Struct.Builder();
    String name;
    while ((name = in.nextName()) != null) {
      members.put(name, value(in, in.nextToken()));
    }
    return members.build();
  }

  private static Value.Array array(JsonParser in) {
    List<Value> items = new ArrayList<>();
    JsonToken token;
    while ((token = in.nextToken()) != JsonToken.END_ARRAY) {
      items.add(value(in, token));
    }
    return new Value.Array(items);
  }
}
