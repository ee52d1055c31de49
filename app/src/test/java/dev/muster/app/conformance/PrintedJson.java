package dev.muster.app.conformance;

import dev.muster.app.json.JsonParser;
import dev.muster.app.json.JsonSyntax;
import dev.muster.value.Value;
import java.util.Optional;

/** Reads what the program printed, as strictly as it reads its own input. */
final class PrintedJson {

  private static final JsonParser PARSER = new JsonParser(1000, 1 << 28);

  private PrintedJson() {}

  /** The value; empty when the bytes are not one JSON text in UTF-8. */
  static Optional<Value> of(byte[] stdout) {
    try {
      return Optional.of(PARSER.parse(stdout, 0, stdout.length));
    } catch (JsonSyntax e) {
      return Optional.empty();
    }
  }
}
