package dev.muster.app.format.csv;

import dev.muster.app.format.HashNote;
import dev.muster.password.HashDoubt;
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
  private final Map<HashDoubt, long[]> counts = new LinkedHashMap<>();

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

  /** Notes the hash of a row. */
  void see(Cells cells) {
    @Nullable String text = hash.isEmpty() ? null : cells.at(hash.get());
    if (text != null && !text.isEmpty()) {
      @Nullable String name = scheme.isEmpty() ? null : cells.at(scheme.get());
      hashes
          .doubt(name == null ? "" : name, text)
          .ifPresent(doubt -> counts.computeIfAbsent(doubt, it -> new long[1])[0]++);
    }
  }

  /** A remark for each kind of doubt. */
  List<HashNote> notes() {
    return counts.entrySet().stream()
        .map(entry -> HashNote.of(entry.getKey(), entry.getKey().sentence(entry.getValue()[0])))
        .toList();
  }
}
