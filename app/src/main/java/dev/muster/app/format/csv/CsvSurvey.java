package dev.muster.app.format.csv;

import dev.muster.app.format.ImportOptions;
import dev.muster.app.format.RepeatSurvey;
import dev.muster.app.format.TableSample;
import dev.muster.password.HashParts;
import dev.muster.problem.InputProblem;
import dev.muster.problem.InputRefused;
import dev.muster.problem.ProblemCode;
import dev.muster.profile.csv.ClaimedKeys;
import dev.muster.profile.csv.CsvDialect;
import dev.muster.profile.csv.Header;
import dev.muster.profile.csv.WrongCells;
import dev.muster.profile.csv.mapping.Mapping;
import dev.muster.value.Value;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first pass over a whole table. Errors take precedence in this order: invalid encoding,
 * invalid CSV, invalid header.
 */
final class CsvSurvey {

  private final CsvInput source;
  private final ImportOptions options;
  private final RepeatSurvey repeats;

  CsvSurvey(CsvInput source, ImportOptions options) {
    this.source = source;
    this.options = options;
    this.repeats = new RepeatSurvey(source.input().size());
  }

  SurveyedCsv run(HashParts.Reader hashes) throws InputRefused, IOException {
    CsvSyntax syntax = source.syntax().orElseThrow(CsvSurvey::emptyFile);
    try (CsvRows rows = source.rows(syntax)) {
      Header header = header(rows);
      long recordCount = count(rows, header);
      return new SurveyedCsv(
          source,
          syntax,
          header,
          CsvDialect.of(header, options.realm(), options.defaultCountry(), hashes, wrongCells()),
          recordCount,
          repeats);
    }
  }

  private Header header(CsvRows rows) throws InputRefused, IOException {
    CsvRow first = rows.next();
    List<String> cells = first == null ? List.of() : first.cells();
    try {
      return Header.parse(
          cells, Mapping.stored(options.formatOptions()), options.realm(), options.attributes());
    } catch (InputRefused e) {
      rows.keepOnly(place -> false);
      while (rows.next() != null) {
        // an encoding error in the rest would take precedence
      }
      throw e;
    }
  }

  /** The header and the first rows that are not blank. */
  static TableSample sample(CsvInput source, int rowsMax) throws InputRefused, IOException {
    CsvSyntax syntax = source.syntax().orElseThrow(CsvSurvey::emptyFile);
    try (CsvRows rows = source.rows(syntax)) {
      CsvRow header = rows.next();
      List<List<String>> cells = new ArrayList<>();
      for (@Nullable CsvRow row = rows.next();
          row != null && cells.size() < rowsMax;
          row = rows.next()) {
        if (!row.isBlank()) {
          cells.add(row.cells());
        }
      }
      return new TableSample(header == null ? List.of() : header.cells(), cells);
    }
  }

  private WrongCells wrongCells() {
    return Value.TRUE.equals(options.formatOptions().get("lenient"))
        ? WrongCells.LEAVE_OUT
        : WrongCells.FAIL;
  }

  private long count(CsvRows rows, Header header) throws InputRefused, IOException {
    ClaimedKeys keys = new ClaimedKeys(header, options.realm(), options.defaultCountry());
    rows.keepOnly(keys::concern);
    long count = 0;
    for (@Nullable CsvRow next = rows.next(); next != null; next = rows.next()) {
      CsvRow row = next;
      if (!row.isBlank()) {
        count++;
        keys.forEach(header.cells(row::value), repeats::see);
      }
    }
    return count;
  }

  private static InputRefused emptyFile() {
    return new InputRefused(
        InputProblem.of(
            ProblemCode.UNKNOWN_CSV_DIALECT,
            "The file is empty: its first line must be a header."));
  }
}
