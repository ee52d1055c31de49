package dev.muster.app.upload.run;

import dev.muster.user.Catalog;
import dev.muster.user.RoleReference;
import java.util.Set;

/**
 * What is derived from the first records of a file.
 *
 * @param document a document in UTF-8 like the file, with one of its records; an empty text for
 *     tables, for files without a record, and if the first records don't tell how it begins and
 *     ends
 * @param roles the roles that the records of the preview name
 */
record Beginning(Preview preview, String document, Set<RoleReference> roles) {

  /** Characters of the structures around each cell. */
  private static final int CELL = 60;

  Beginning {
    roles = Set.copyOf(roles);
  }

  /** The beginning of a file of which no record can be read. */
  static Beginning unreadable(Preview preview) {
    return new Beginning(preview, "", Set.of());
  }

  /** The same without a document. */
  Beginning withoutDocument() {
    return new Beginning(preview, "", roles);
  }

  /** Whether the roles that it lacks are those that a catalog lacks. */
  boolean fits(Catalog catalog) {
    return roles.stream()
        .allMatch(
            role -> (role.in(catalog) == null) == preview.missingRoles().contains(role.text()));
  }

  /** About how many characters it has. */
  long size() {
    long size = document.length();
    for (PreviewRow row : preview.rows()) {
      for (ReportCell cell : row.cells()) {
        size += CELL + cell.value().map(String::length).orElse(0);
        size += cell.notes().stream().mapToLong(note -> note.message().length()).sum();
      }
    }
    for (PreviewColumn column : preview.columns()) {
      size += CELL * 4L;
      size += column.examples().stream().mapToLong(String::length).sum();
      size += column.words().stream().mapToLong(String::length).sum();
    }
    return size;
  }

  @Override
  public String toString() {
    return "Beginning[rows=" + preview.rows().size() + "]"; // the rest is personal
  }
}
