package dev.muster.app.format.auth0;

import dev.muster.app.format.input.InputLimits;
import dev.muster.app.json.JsonParser;
import dev.muster.app.json.JsonSyntax;
import dev.muster.profile.auth0.RowKey;
import dev.muster.user.Key;
import dev.muster.value.Struct;
import java.util.function.Consumer;

/** Finds the keys in the text of a record. */
final class RowKeyFinder {

  private final JsonParser parser;

  RowKeyFinder(InputLimits limits) {
    this.parser = new JsonParser(limits.depth(), limits.fieldCharacters());
  }

  /** Passes the keys of a record to {@code action}; those of one that can't be read don't count. */
  void forEach(byte[] record, Consumer<Key> action) {
    try {
      if (parser.parse(record, 0, record.length) instanceof Struct fields) {
        RowKey.forEach(fields, action);
      }
    } catch (JsonSyntax unreadable) {
      return; // the record will fail
    }
  }
}
