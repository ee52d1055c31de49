package dev.muster.profile.csv;

import dev.muster.password.EncodedHash;
import dev.muster.password.HashParts;
import dev.muster.password.HashReading;
import org.jspecify.annotations.Nullable;

/**
 * {@code password_hash} without other columns about the hash: a text that tells by itself which
 * scheme it is of. An empty cell is an error, as in Authentic2.
 */
record PasswordRule(Column column, HashParts.Reader hashes) implements CellRule {

  private static final String UNKNOWN = "Unknown hashing algorithm.";
  private static final String EMPTY =
      UNKNOWN
          + " The cell is empty: if some users have no password, add a column password_scheme,"
          + " which may be empty too: in a mapping, constants: {password_scheme: ''}.";

  @Override
  public void read(Cells cells, RowDraft row) {
    String text = cells.at(column);
    if (text == null) {
      return;
    }
    HashReading reading = text.isEmpty() ? new HashReading.Malformed(EMPTY) : hashes.read(text);
    EncodedHash hash =
        reading.<@Nullable EncodedHash>fold(
            accepted -> accepted,
            () -> complain(row, UNKNOWN, hashes.explanation(text)),
            problem -> complain(row, problem, ""));
    if (hash != null) {
      row.wish(new PasswordWish(column, hash));
    }
  }

  private @Nullable EncodedHash complain(RowDraft row, String message, String explanation) {
    row.complain(column, message, explanation);
    return null;
  }
}
