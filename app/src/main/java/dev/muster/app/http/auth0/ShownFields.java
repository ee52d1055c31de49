package dev.muster.app.http.auth0;

import dev.muster.value.Struct;
import java.util.List;
import java.util.Optional;

/**
 * The members of a document that a query wants.
 *
 * @param names separated by commas; empty for all
 * @param included whether these are the wanted members, or all others are
 */
record ShownFields(Optional<String> names, boolean included) {

  /** The wanted members of a document. */
  Struct of(Struct document) {
    if (names.isEmpty() || names.get().isEmpty()) {
      return document;
    }
    List<String> named = List.of(names.get().split("\\s*,\\s*", -1));
    Struct.Builder wanted = new Struct.Builder();
    for (int i = 0; i < document.size(); i++) {
      if (named.contains(document.nameAt(i)) == included) {
        wanted.append(document.nameAt(i), document.valueAt(i));
      }
    }
    return wanted.build();
  }
}
