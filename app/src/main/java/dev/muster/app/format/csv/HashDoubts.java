package dev.muster.app.format.csv;

import dev.muster.password.HashParts;
import dev.muster.profile.csv.Cells;
import dev.muster.profile.csv.Column;
import dev.muster.profile.csv.ColumnKind;
import dev.muster.profile.csv.Header;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Counts the hashes of a table that could be something else than what they are read as. */
final class HashDoubts {

  private final Optional<Column> hash;
  private final Optional<Column> scheme;
  private final HashParts.Reader hashes;
  private final Map<HashParts.Doubt, long[]> counts = new LinkedHashMap<>();

  HashDoubts(Header header, HashParts.Reader hashes) {
    this.hash = header.column(ColumnKind.PASSWORD_HASH);
    this.scheme = header.column(ColumnKind.PASSWORD_SCHEME);
    this.hashes = hashes;
  }

  /** Whether the cells of a column are needed. */
  boolean concern(int columnIndex) {
    return isAt(hash, columnIndex) || isAt(scheme, columnIndex);
  }

  private static boolean isAt(Optional<Column> column, int columnIndex) {
    return column.isPresent() && column.get().columnIndex() == columnIndex;
  }

  /** Notes the hash of a row, unless the row names the scheme. */
  void see(Cells cells) {
    if (hash.isPresent() && isEmpty(scheme, cells)) {
      String text = cells.at(hash.get());
      if (text != null) {
        hashes
            .doubt(text)
            .ifPresent(doubt -> counts.computeIfAbsent(doubt, it -> new long[1])[0]++);
      }
    }
  }

  private static boolean isEmpty(Optional<Column> column, Cells cells) {
    @Nullable String text = column.isEmpty() ? null : cells.at(column.get());
    return text == null || text.isEmpty();
  }

  /** A sentence for each kind of doubt. */
  List<String> notes() {
    return counts.entrySet().stream()
        .map(entry -> note(entry.getKey(), entry.getValue()[0]))
        .toList();
  }

  private static String note(HashParts.Doubt doubt, long count) {
    return (count == 1 ? "1 hash is" : count + " hashes are")
        + " read as "
        + doubt.readAs()
        + "; "
        + (count == 1 ? "it" : "they")
        + " could be "
        + doubt.others()
        + ": try --prove with a known password, or name the scheme in password_scheme.";
  }
}
