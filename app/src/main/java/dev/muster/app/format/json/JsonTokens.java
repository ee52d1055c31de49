package dev.muster.app.format.json;

import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.util.List;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON token by token, for documents that are too large to be held in memory. */
public final class JsonTokens {

  /**
   * Creates streaming parsers. Their limits protect the process's memory: they bound names, numbers
   * and nesting. The limits of records are checked when a record is read, so that it fails alone.
   */
  public static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(10_000)
                  .maxNameLength(1 << 16)
                  .maxNumberLength(1 << 16)
                  .maxStringLength(1 << 16)
                  .build())
          .disable(TokenStreamFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
          .build();

  private JsonTokens() {}

  /** A placeholder, of the right type, for a value of which only the first token was read. */
  public static Value value(JsonToken token) {
    return switch (token) {
      case START_OBJECT -> Struct.EMPTY;
      case START_ARRAY -> new Value.Array(List.of());
      case VALUE_NULL -> Value.NULL;
      case VALUE_TRUE, VALUE_FALSE -> Value.TRUE;
      case VALUE_NUMBER_INT -> new Value.Num("0");
      case VALUE_NUMBER_FLOAT -> new Value.Num("0.5");
      default -> Value.of("");
    };
  }
}
