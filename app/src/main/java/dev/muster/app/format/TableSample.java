package dev.muster.app.format;

import java.util.List;

/**
 * The beginning of a table.
 *
 * @param header the cells of its header row, as the file has them
 * @param rows the cells of its first rows
 * @param lines the line of each of them; see {@link dev.muster.read.Position}
 * @param headless whether the header is made of numbers, because the first row looks like data
 * @param notes remarks on the table as a whole
 */
public record TableSample(
    List<String> header,
    List<List<String>> rows,
    List<Long> lines,
    boolean headless,
    List<String> notes) {

  public TableSample {
    header = List.copyOf(header);
    rows = List.copyOf(rows);
    lines = List.copyOf(lines);
    notes = List.copyOf(notes);
  }

  @Override
  public String toString() {
    return "TableSample[header=" + header + ", rows=" + rows.size() + "]"; // cells may be secret
  }
}
