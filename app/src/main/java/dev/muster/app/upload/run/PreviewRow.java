package dev.muster.app.upload.run;

import java.util.List;

/**
 * A record of a file, as an import understands it. Nothing is looked up in the directory.
 *
 * @param line its line in the file
 * @param cells one for each column of a table; the members that it has for other formats
 * @param notes what is wrong with the whole record, and other remarks
 */
public record PreviewRow(long line, List<ReportCell> cells, List<CellNote> notes) {

  public PreviewRow {
    cells = List.copyOf(cells);
    notes = List.copyOf(notes);
  }
}
