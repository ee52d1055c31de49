package dev.muster.app.remote.auth0;

/** The form of a payload. */
public enum PayloadKind {
  /** A JSON array. */
  ARRAY,
  /** JSON objects one after the other, as in exports of users (NDJSON). */
  LINES,
  /** The word {@code null}. */
  NULL
}
