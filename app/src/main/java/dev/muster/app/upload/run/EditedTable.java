package dev.muster.app.upload.run;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import dev.muster.app.json.StoredJson;
import dev.muster.profile.csv.TableView;
import dev.muster.profile.csv.mapping.Mapping;
import dev.muster.value.Value;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Rows of a table with edited cells, as a table of their own with the same header. */
final class EditedTable {

  private final List<String> header;
  private final List<String> names;
  private final List<List<String>> rows = new ArrayList<>();

  EditedTable(List<String> header, Mapping mapping) {
    this.header = header;
    this.names = new TableView(header, mapping).names();
  }

  /** Rows that are not edited. */
  EditedTable(List<String> header, List<List<String>> rows) {
    this.header = header;
    this.names = List.of();
    this.rows.addAll(rows);
  }

  /**
   * Adds a row.
   *
   * @param source the stored cells: a JSON array of texts
   * @param shown the row as the report shows it; a hidden cell that is edited to its placeholder
   *     stays as it is
   */
  void add(byte[] source, ReportRow shown, RecordEdit edit) {
    List<String> cells = new ArrayList<>();
    if (StoredJson.parse(new String(source, StandardCharsets.UTF_8)) instanceof Value.Array row) {
      row.items().forEach(cell -> cells.add(cell instanceof Value.Text text ? text.text() : ""));
    }
    edit.cells()
        .forEach(
            (name, text) -> {
              int place = names.indexOf(name);
              if (place >= 0 && !isUnchanged(shown, name, text)) {
                while (cells.size() <= place) {
                  cells.add("");
                }
                cells.set(place, text);
              }
            });
    rows.add(cells);
  }

  private static boolean isUnchanged(ReportRow shown, String name, String text) {
    return shown.cell(name).filter(cell -> cell.value().orElse("").equals(text)).isPresent();
  }

  /** The table as CSV in UTF-8. */
  byte[] bytes() {
    StringWriter text = new StringWriter();
    try (CsvWriter table = CsvWriter.builder().quoteStrategy(QuoteStrategies.ALWAYS).build(text)) {
      table.writeRecord(header);
      rows.forEach(table::writeRecord);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a writer in memory does not fail
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
