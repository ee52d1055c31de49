package dev.muster.app.conformance;

import dev.muster.app.json.JsonParser;
import dev.muster.app.json.JsonSyntax;
import dev.muster.value.Value;
import java.util.Optional;

/** Reads what the program printed, as strictly as it reads its own input. */
final class PrintedJson {

  private static final JsonParser PARSER = new JsonParser(1000, 1 << 28);

  private PrintedJson() {}

  /** The value; empty when it is not one JSON text. */
  static Optional<Value> of(String stdout) {
    try {
      return Optional.of(PARSER.parse(stdout));
    } catch (JsonSyntax e) {
      return Optional.empty();
    }
  }
}
