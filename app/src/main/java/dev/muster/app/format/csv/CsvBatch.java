package dev.muster.app.format.csv;

import dev.muster.app.format.InputMark;
import dev.muster.app.format.RecordBatch;
import dev.muster.app.json.JsonText;
import dev.muster.profile.csv.CellErrors;
import dev.muster.profile.csv.Column;
import dev.muster.profile.csv.ColumnKind;
import dev.muster.profile.csv.Header;
import dev.muster.profile.csv.SurplusCells;
import dev.muster.read.Position;
import dev.muster.read.ReadResult;
import dev.muster.read.SourceRecord;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;

/** Consecutive rows of a table that are not blank. */
final class CsvBatch implements RecordBatch {

  private final List<CsvRow> rows;
  private final long firstIndex;
  private final long offset;
  private final Header header;

  /**
   * A batch.
   *
   * @param offset the offset of the first row in the input, in bytes; -1 if unknown
   */
  CsvBatch(List<CsvRow> rows, long firstIndex, long offset, Header header) {
    this.offset = offset;
    this.rows = List.copyOf(rows);
    this.firstIndex = firstIndex;
    this.header = header;
  }

  @Override
  public int size() {
    return rows.size();
  }

  @Override
  public InputMark mark() {
    return new InputMark(Math.max(0, offset), rows.get(0).line(), firstIndex);
  }

  @Override
  public ReadResult parse(int place) {
    return new ReadResult.Parsed(new SourceRecord(position(place), fields(rows.get(place))));
  }

  @Override
  public Position position(int place) {
    return new Position(firstIndex + place, rows.get(place).line());
  }

  @Override
  public byte[] source(int place) {
    StringBuilder out = new StringBuilder(256);
    out.append('[');
    for (String cell : rows.get(place).cells()) {
      if (out.length() > 1) {
        out.append(',');
      }
      JsonText.quote(out, cell);
    }
    return out.append(']').toString().getBytes(StandardCharsets.UTF_8);
  }

  /** The texts of cells by their places. */
  private static Struct texts(CsvRow row, BitSet places) {
    Struct.Builder texts = new Struct.Builder();
    for (int place = places.nextSetBit(0); place >= 0; place = places.nextSetBit(place + 1)) {
      String text = row.value(place);
      texts.append(Integer.toString(place), Value.of(text == null ? "" : text));
    }
    return texts.build();
  }

  private Struct fields(CsvRow row) {
    Struct.Builder fields = new Struct.Builder();
    if (header.isMapped()) {
      // cells are found by their places, so that none may be left out
      for (int place = 0; place < Math.min(row.size(), header.cells().size()); place++) {
        String value = row.value(place);
        fields.append(header.cells().get(place), Value.of(value == null ? "" : value));
      }
    } else {
      for (Column column : header.columns()) {
        String value = row.value(column.columnIndex());
        if (value != null && column.kind() != ColumnKind.REJECT_REASON) {
          fields.append(column.name(), Value.of(value));
        }
      }
    }
    BitSet errors = row.errors();
    if (errors != null) {
      fields.append(CellErrors.FIELD, texts(row, errors));
    }
    int surplus = row.firstValueFrom(header.cells().size());
    if (surplus >= 0) {
      fields.append(SurplusCells.FIELD, Value.of(surplus + 1));
    }
    return fields.build();
  }
}
