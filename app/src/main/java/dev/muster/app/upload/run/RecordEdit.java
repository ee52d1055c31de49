package dev.muster.app.upload.run;

import java.util.Map;

/**
 * The edited cells of a failed record.
 *
 * @param index the record's index in the report
 * @param cells new texts by the names of their columns; other cells stay as they are
 */
public record RecordEdit(long index, Map<String, String> cells) {

  public RecordEdit {
    cells = Map.copyOf(cells);
  }

  @Override
  public String toString() {
    return "RecordEdit[index=" + index + "]"; // cells are personal
  }
}
