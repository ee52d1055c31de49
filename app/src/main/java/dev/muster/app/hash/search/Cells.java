package dev.muster.app.hash.search;

import java.util.List;
import java.util.Optional;

/**
 * A user's hash and salt, after some of the steps that take them out of one text.
 *
 * @param hash the text that is taken for the hash
 * @param salt empty if there is none, or it is still within the hash's text
 * @param parts all parts of a text that was divided; empty if none was
 */
record Cells(String hash, Optional<String> salt, List<String> parts) {

  Cells {
    parts = List.copyOf(parts);
  }

  static Cells of(String hash, Optional<String> salt) {
    return new Cells(hash, salt, List.of());
  }

  Cells withHash(String text) {
    return new Cells(text, salt, parts);
  }

  /** Without the texts, which are secrets. */
  @Override
  public String toString() {
    return "Cells[parts=" + parts.size() + "]";
  }
}
