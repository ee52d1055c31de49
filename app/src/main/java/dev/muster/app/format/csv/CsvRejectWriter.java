package dev.muster.app.format.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.muster.app.format.RejectWriter;
import dev.muster.app.json.JsonParser;
import dev.muster.app.json.JsonSyntax;
import dev.muster.profile.csv.Column;
import dev.muster.profile.csv.ColumnKind;
import dev.muster.profile.csv.Header;
import dev.muster.value.Value;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes rejected rows as a table with the header and delimiter of the input, and unchanged cells.
 * The reason comes first, so that short rows need no padding: an empty cell clears a value, and a
 * missing cell doesn't. The text is UTF-8.
 *
 * <p>Cells that spreadsheets interpret as formulas are not escaped, because rejects must be the
 * same as the input.
 */
final class CsvRejectWriter implements RejectWriter {

  private final JsonParser parser = new JsonParser(2, Integer.MAX_VALUE);
  private final CsvWriter out;
  private final int placeOfReason;

  /**
   * A writer of rejects; the header is written at once.
   *
   * @param mark whether to write a byte order mark, without which Excel does not detect UTF-8
   */
  CsvRejectWriter(OutputStream bytes, CsvSyntax syntax, Header header, boolean mark)
      throws IOException {
    Writer text = new OutputStreamWriter(bytes, StandardCharsets.UTF_8);
    if (mark) {
      text.write('\uFEFF');
    }
    this.out =
        CsvWriter.builder()
            .fieldSeparator(syntax.delimiter())
            .lineDelimiter(LineDelimiter.of(syntax.lineEnd()))
            .build(text);
    this.placeOfReason =
        header.column(ColumnKind.REJECT_REASON).map(Column::columnIndex).orElse(-1);
    out.writeRecord(row(REASON, new ArrayList<>(header.cells())));
  }

  @Override
  public void write(byte[] source, String reason) throws IOException {
    out.writeRecord(row(reason, cells(source)));
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
