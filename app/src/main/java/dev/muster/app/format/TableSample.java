package dev.muster.app.format;

import java.util.List;

/**
 * The beginning of a table.
 *
 * @param header the cells of its header row, as the file has them
 * @param rows the cells of its first rows
 */
public record TableSample(List<String> header, List<List<String>> rows) {

  public TableSample {
    header = List.copyOf(header);
    rows = List.copyOf(rows);
  }

  @Override
  public String toString() {
    return "TableSample[header=" + header + ", rows=" + rows.size() + "]"; // cells may be secret
  }
}
