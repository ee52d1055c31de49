package dev.muster.app.format.csv;

import dev.muster.app.format.ImportOptions;
import dev.muster.app.format.RejectWriter;
import dev.muster.app.format.RepeatSurvey;
import dev.muster.app.format.TableSample;
import dev.muster.app.format.input.CutOffInput;
import dev.muster.password.HashParts;
import dev.muster.problem.InputProblem;
import dev.muster.problem.InputRefused;
import dev.muster.problem.ProblemCode;
import dev.muster.problem.Remark;
import dev.muster.profile.csv.Cells;
import dev.muster.profile.csv.ClaimedKeys;
import dev.muster.profile.csv.CsvDialect;
import dev.muster.profile.csv.Header;
import dev.muster.profile.csv.WrongCells;
import dev.muster.profile.csv.mapping.Mapping;
import dev.muster.profile.csv.mapping.SourceName;
import dev.muster.profile.csv.suggest.DataRow;
import dev.muster.value.Value;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The first pass over a whole table. Errors take precedence in this order: invalid encoding,
 * invalid CSV, invalid header.
 */
final class CsvSurvey {

  /** How many rows tell how many columns a table without a header has. */
  private static final int FIRST_ROWS = 20;

  private final Table source;
  private final ImportOptions options;
  private final TableOptions table;
  private final Mapping mapping;
  private int headerRow;
  private final RepeatSurvey repeats;
  private final List<String> notes;
  private long surplusRows;
  private boolean spansLines;

  CsvSurvey(Table source, ImportOptions options, TableOptions table) {
    this.source = source;
    this.options = options;
    this.table = table;
    this.mapping = Mapping.stored(options.formatOptions());
    this.headerRow = table.headerRow() > 0 ? table.headerRow() : source.headerRow();
    this.repeats = new RepeatSurvey(source.input().size());
    this.notes = new ArrayList<>(source.notes());
  }

  SurveyedCsv run(HashParts.Reader hashes) throws InputRefused, IOException {
    List<String> numbered = table.headless() ? numberedColumns() : List.of();
    try (TableRows rows = source.rows()) {
      List<String> cells = headerCells(rows, numbered);
      Header header = header(rows, cells);
      ConstantSurvey.check(header, hashes);
      HashDoubts doubts = new HashDoubts(header, hashes);
      PepperSurvey peppers = new PepperSurvey(header, hashes);
      long recordCount = count(rows, header, cells, doubts, peppers);
      note(header, cells);
      return new SurveyedCsv(
          source,
          headerRow,
          header,
          CsvDialect.of(header, options.realm(), options.defaultCountry(), hashes, wrongCells()),
          recordCount,
          spansLines,
          repeats.end(),
          List.copyOf(notes),
          doubts.notes());
    }
  }

  /**
   * Names for the columns of a table without a header, as many as the widest of its first rows has
   * cells. None if it has a header all the same, because it is a file of rejects.
   */
  private List<String> numberedColumns() throws InputRefused, IOException {
    headerRow--;
    int width = 0;
    try (TableRows rows = source.rows()) {
      @Nullable CsvRow row = rows.next();
      for (int number = 1; row != null && number <= headerRow + FIRST_ROWS; number++) {
        if (number > headerRow && width == 0 && isHeaderOfRejects(row)) {
          headerRow = number;
          return List.of();
        }
        width = number > headerRow ? Math.max(width, row.cells().size()) : 0;
        row = rows.next();
      }
    }
    return IntStream.range(0, width).mapToObj(SourceName::numbered).toList();
  }

  private static boolean isHeaderOfRejects(CsvRow row) {
    return !row.isBlank() && row.cells().get(0).equals(RejectWriter.REASON);
  }

  private List<String> headerCells(TableRows rows, List<String> numbered)
      throws InputRefused, IOException {
    for (int number = 1; number <= headerRow && !numbered.isEmpty(); number++) {
      rows.next();
    }
    if (!numbered.isEmpty()) {
      return numbered;
    }
    @Nullable CsvRow row = rows.next();
    for (int number = 1; number < headerRow && row != null; number++) {
      row = rows.next();
    }
    if (row == null && headerRow > 1) {
      throw new InputRefused(
          InputProblem.of(
              ProblemCode.NO_HEADER_ROW, "There is no row " + headerRow + ", the header row."));
    }
    return row == null ? List.of() : row.cells();
  }

  private Header header(TableRows rows, List<String> cells) throws InputRefused, IOException {
    try {
      return Header.parse(
          HeaderCells.withoutTrailingBlanks(cells, mapping.lastNumber()),
          mapping,
          options.realm(),
          options.attributes());
    } catch (InputRefused e) {
      HeaderDiagnosis diagnosis = new HeaderDiagnosis(source, options, headerRow, cells);
      rows.keepOnly(place -> diagnosis.wantsRows());
      for (@Nullable CsvRow row = rows.next(); row != null; row = rows.next()) {
        // an encoding error in the rest would take precedence
        if (diagnosis.wantsRows()) {
          diagnosis.see(row);
        }
      }
      throw table.headless() ? e : diagnosis.explained(e);
    }
  }

  /** The number of rows that are not blank, from the header on. */
  long rowCount() throws InputRefused, IOException {
    try (TableRows rows = source.rows()) {
      long count = table.headless() || headerCells(rows, List.of()).isEmpty() ? 0 : 1;
      rows.keepOnly(place -> false);
      for (@Nullable CsvRow row = rows.next(); row != null; row = rows.next()) {
        count += row.isBlank() ? 0 : 1;
      }
      return count;
    }
  }

  /** The header and the first rows that are not blank. */
  TableSample sample(int rowsMax) throws InputRefused, IOException {
    List<String> numbered = table.headless() ? numberedColumns() : List.of();
    try (TableRows rows = source.rows()) {
      List<String> header = headerCells(rows, numbered);
      if (!table.headless() && table.headerRow() == 0 && isData(header)) {
        TableSample sample = new CsvSurvey(source, options, table.withoutHeader()).sample(rowsMax);
        return new TableSample(sample.header(), sample.rows(), sample.lines(), true, notes);
      }
      HeaderDiagnosis diagnosis = new HeaderDiagnosis(source, options, headerRow, header);
      List<List<String>> cells = new ArrayList<>();
      List<Long> lines = new ArrayList<>();
      for (@Nullable CsvRow row = rows.next();
          row != null && cells.size() < rowsMax;
          row = rows.next()) {
        if (!row.isBlank()) {
          cells.add(row.cells());
          lines.add(row.line());
        }
        if (!table.headless() && diagnosis.wantsRows()) {
          diagnosis.see(row);
        }
      }
      diagnosis.otherRow().ifPresent(notes::add);
      return new TableSample(header, cells, lines, false, notes);
    }
  }

  private boolean isData(List<String> cells) {
    return DataRow.sign(cells).isPresent() && Header.knownNames(cells, options.attributes()) == 0;
  }

  private WrongCells wrongCells() {
    return Value.TRUE.equals(options.formatOptions().get("lenient"))
        ? WrongCells.LEAVE_OUT
        : WrongCells.FAIL;
  }

  private long count(
      TableRows rows, Header header, List<String> cells, HashDoubts doubts, PepperSurvey peppers)
      throws InputRefused, IOException {
    ClaimedKeys keys = new ClaimedKeys(header, options.realm(), options.defaultCountry());
    int width = header.cells().size();
    RowsDiagnosis diagnosis = new RowsDiagnosis(width);
    LostZeros zeros = new LostZeros(header);
    rows.keepOnly(
        place ->
            diagnosis.wantsRows()
                || place >= width
                || keys.concern(place)
                || doubts.concern(place)
                || zeros.concern(place)
                || peppers.concern(place));
    rows.complete(width);
    LastRow last = new LastRow(cells.size());
    long count = 0;
    for (@Nullable CsvRow next = next(rows, count); next != null; next = next(rows, count)) {
      CsvRow row = next;
      spansLines = rows.physicalLine() != row.line();
      if (row.isBlank()) {
        continue;
      }
      count++;
      last.see(row, rows);
      if (diagnosis.wantsRows()) {
        diagnosis.see(row);
      }
      zeros.see(row);
      int surplus = row.firstValueFrom(width);
      if (surplus >= 0) {
        requireName(surplus, cells);
        surplusRows++;
      }
      Cells values = header.cells(row::value);
      keys.forEach(values, repeats::see);
      doubts.see(values);
      peppers.see(values, row.line());
    }
    diagnosis.note(header.cells(), source).ifPresent(notes::add);
    last.note(rows).ifPresent(notes::add);
    notes.addAll(zeros.notes());
    notes.addAll(rows.notes(headerRow));
    if (count == 0) {
      notes.add(Remark.NO_ROWS.with());
    }
    return count;
  }

  private static @Nullable CsvRow next(TableRows rows, long count)
      throws InputRefused, IOException {
    try {
      return rows.next();
    } catch (CutOffInput e) {
      throw e.after(count);
    }
  }

  /** Refuses the header for a column without a name that has values. */
  private void requireName(int columnIndex, List<String> cells) throws InputRefused {
    if (columnIndex < cells.size()) {
      Header ignored = Header.parse(cells, mapping, options.realm(), options.attributes());
      throw new IllegalStateException("a column without a name was taken: " + ignored);
    }
  }

  private void note(Header header, List<String> cells) {
    if (!table.headless() && header.isMapped() && isData(cells)) {
      notes.add(Remark.HEADER_LIKE_DATA.with(headerRow));
    }
    int empty = cells.size() - header.cells().size();
    if (empty > 0) {
      notes.add(empty == 1 ? Remark.EMPTY_COLUMN.with() : Remark.EMPTY_COLUMNS.with(empty));
    }
    if (surplusRows > 0) {
      notes.add(
          surplusRows == 1 ? Remark.SURPLUS_ROW.with() : Remark.SURPLUS_ROWS.with(surplusRows));
    }
  }
}
