package dev.muster.app.format.csv;

import dev.muster.app.format.KeptRecords;
import dev.muster.app.json.JsonParser;
import dev.muster.app.json.JsonSyntax;
import dev.muster.profile.csv.TableView;
import dev.muster.profile.csv.mapping.Mapping;
import dev.muster.report.RecordResult;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.util.ArrayList;
import java.util.List;

/** Renders stored failed rows of a table with a known header. */
public final class KeptRows implements KeptRecords {

  private static final JsonParser PARSER = new JsonParser(2, Integer.MAX_VALUE);

  private final TableView view;

  /**
   * Rows of a table.
   *
   * @param header its cells as the file has them
   * @param mapping how it was imported
   */
  public KeptRows(List<String> header, Mapping mapping) {
    this.view = new TableView(header, mapping);
  }

  @Override
  public Struct show(byte[] source, RecordResult result) {
    if (source.length == 0) {
      return Struct.EMPTY;
    }
    try {
      List<String> cells = new ArrayList<>();
      if (PARSER.parse(source, 0, source.length) instanceof Value.Array row) {
        for (Value cell : row.items()) {
          cells.add(cell instanceof Value.Text text ? text.text() : "");
        }
      }
      return view.members(cells, result);
    } catch (JsonSyntax e) {
      return Struct.EMPTY;
    }
  }
}
