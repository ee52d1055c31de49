package dev.muster.app.format.csv;

import dev.muster.app.format.RejectWriter;
import dev.muster.app.json.JsonParser;
import dev.muster.app.json.JsonSyntax;
import dev.muster.value.Blanks;
import dev.muster.value.Value;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes rejected rows as a table with the header and delimiter of the input, and unchanged cells.
 * The reason comes first, so that short rows need no padding: an empty cell clears a value, and a
 * missing cell doesn't.
 *
 * <p>Cells that spreadsheets interpret as formulas are not escaped, because rejects must be the
 * same as the input.
 */
final class CsvRejectWriter implements RejectWriter {

  private final JsonParser parser = new JsonParser(2, Integer.MAX_VALUE);
  private final TableText out;
  private final int placeOfReason;

  /**
   * A writer of rejects; the header is written at once.
   *
   * @param header the cells of the header row
   */
  CsvRejectWriter(TableText out, List<String> header) {
    this.out = out;
    this.placeOfReason = placeOfReason(header);
    out.write(row(REASON, new ArrayList<>(header)));
  }

  /** The place of an earlier reason, if the table is one of rejects; -1 if not. */
  private static int placeOfReason(List<String> header) {
    for (int place = 0; place < header.size(); place++) {
      List<String> words = Blanks.words(header.get(place));
      if (!words.isEmpty() && words.get(0).equals(REASON)) {
        return place;
      }
    }
    return -1;
  }

  @Override
  public void write(byte[] source, String reason) {
    out.write(row(reason, cells(source)));
  }

  /** The cells with the reason as the first one; an earlier reason is removed. */
  private List<String> row(String reason, List<String> cells) {
    if (placeOfReason >= 0 && placeOfReason < cells.size()) {
      cells.remove(placeOfReason);
    }
    cells.add(0, reason);
    return cells;
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  private List<String> cells(byte[] source) {
    List<String> cells = new ArrayList<>();
    try {
      if (parser.parse(source, 0, source.length) instanceof Value.Array array) {
        for (Value item : array.items()) {
          cells.add(item instanceof Value.Text text ? text.text() : "");
        }
      }
    } catch (JsonSyntax e) {
      throw new IllegalStateException("a rejected row was not kept as it should be", e);
    }
    return cells;
  }
}
