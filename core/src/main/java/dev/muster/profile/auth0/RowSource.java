package dev.muster.profile.auth0;

import dev.muster.value.Struct;

/** The kinds of files that Auth0's records come in. */
public enum RowSource {
  /** The array of an import: only properties of imports are allowed. */
  ARRAY,
  /** One record a line, which may come from an export. */
  LINES;

  /** A record with the properties of imports. */
  public Struct record(Struct given) {
    return this == LINES ? ExportedRow.converted(given) : given;
  }
}
