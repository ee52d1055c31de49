package dev.muster.app.upload.run;

import java.util.Optional;

/**
 * A remark on a cell, a column, a record or a file.
 *
 * @param code an error's wire name; empty for a warning
 */
public record CellNote(Optional<String> code, String message) {

  boolean hasCode(String wireName) {
    return code.isPresent() && code.get().equals(wireName);
  }

  static CellNote error(String code, String message) {
    return new CellNote(Optional.of(code), message);
  }

  static CellNote warning(String message) {
    return new CellNote(Optional.empty(), message);
  }
}
