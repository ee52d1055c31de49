package dev.muster.profile.csv;

import dev.muster.password.HashPart;
import dev.muster.password.HashParts;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * {@code password_hash} and other columns about the hash, such as {@code password_scheme}. A row
 * without a hash leaves the password as it is; a new user gets none.
 *
 * @param columns the column of each part, that of the hash among them
 * @param username the column whose cells are the logins of recipes, unless the row has others
 */
record PasswordPartsRule(
    Map<HashPart, Column> columns, Optional<Column> username, HashParts.Reader hashes)
    implements CellRule {

  PasswordPartsRule {
    columns = Map.copyOf(columns);
  }

  /** The rule for a header that has several columns about the hash. */
  static PasswordPartsRule of(Header header, HashParts.Reader hashes) {
    Map<HashPart, Column> columns = new EnumMap<>(HashPart.class);
    for (Column column : header.columns()) {
      column.kind().hashPart().ifPresent(part -> columns.put(part, column));
    }
    return new PasswordPartsRule(columns, header.column(ColumnKind.USERNAME), hashes);
  }

  @Override
  public void read(Cells cells, RowDraft row) {
    Map<HashPart, String> texts = new EnumMap<>(HashPart.class);
    columns.forEach(
        (part, column) -> {
          String text = cells.at(column);
          if (text != null && !text.isEmpty()) {
            texts.put(part, text);
          }
        });
    if (texts.containsKey(HashPart.RECIPE)) {
      addLogin(cells, texts);
    }
    HashParts.Reading reading = hashes.read(new HashParts(texts));
    if (reading instanceof HashParts.Reading.Accepted accepted) {
      row.wish(new PasswordWish(column(HashPart.HASH), accepted.hash()));
    } else if (reading instanceof HashParts.Reading.Refused refused) {
      row.complain(column(refused.part()), refused.message());
    }
  }

  private void addLogin(Cells cells, Map<HashPart, String> texts) {
    String login = username.isEmpty() ? null : cells.at(username.get());
    if (login != null && !login.isEmpty()) {
      texts.putIfAbsent(HashPart.LOGIN, login);
    }
  }

  /** The column of a part; if the table has none, that of the hash. */
  private Column column(HashPart part) {
    Column hash = columns.get(HashPart.HASH);
    if (hash == null) {
      throw new IllegalStateException("a header without " + HashPart.HASH.columnName());
    }
    return columns.getOrDefault(part, hash);
  }
}
