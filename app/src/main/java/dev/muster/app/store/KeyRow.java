package dev.muster.app.store;

import dev.muster.user.KeyHash;
import java.util.Comparator;

/** A row of the table {@code login_keys}. */
record KeyRow(KeyHash key, long scope, int realm, long userId) {

  /** The order of the index, near enough to visit its pages one after the other. */
  static final Comparator<KeyRow> INDEX_ORDER = Comparator.comparingLong(row -> row.key().high());
}
