package dev.muster.profile.csv;

import dev.muster.password.EncodedHash;
import dev.muster.password.HashReading;
import dev.muster.password.HashSchemes;
import org.jspecify.annotations.Nullable;

/**
 * {@code password_hash}: the hash of the password, in Django's encoding.
 *
 * @param schemes Django's hash schemes
 */
record PasswordRule(Column column, HashSchemes schemes) implements CellRule {

  private static final String UNKNOWN = "Unknown hashing algorithm.";

  @Override
  public void read(Cells cells, RowDraft row) {
    String text = cells.at(column);
    if (text == null) {
      return;
    }
    HashReading reading = text.isEmpty() ? new HashReading.NotMine() : schemes.read(text);
    EncodedHash hash =
        reading.<@Nullable EncodedHash>fold(
            accepted -> accepted, () -> complain(row, UNKNOWN), problem -> complain(row, problem));
    if (hash != null) {
      row.wish(new PasswordWish(column, hash));
    }
  }

  private @Nullable EncodedHash complain(RowDraft row, String message) {
    row.complain(column, message);
    return null;
  }
}
