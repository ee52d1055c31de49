package dev.muster.app.upload.run;

import dev.muster.value.Struct;
import java.util.List;
import java.util.SortedSet;

/**
 * The beginning of an uploaded file, as an import understands it.
 *
 * @param columns with problems of the header
 * @param rows the first records, with problems of their cells
 * @param problems why none of the file can be imported; mostly none
 * @param notes remarks on the file
 * @param missingRoles roles that these records name and the realm lacks
 * @param suggestedMapping the mapping that the suggestions of all columns make; empty unless the
 *     file is a table
 * @param shape the shape of the table, by which saved mappings are found; empty for other formats
 */
public record Preview(
    List<PreviewColumn> columns,
    List<PreviewRow> rows,
    List<CellNote> problems,
    List<String> notes,
    SortedSet<String> missingRoles,
    Struct suggestedMapping,
    String shape) {

  public Preview {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    problems = List.copyOf(problems);
    notes = List.copyOf(notes);
  }
}
