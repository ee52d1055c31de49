package dev.muster.profile.csv;

import dev.muster.problem.Problem;
import dev.muster.problem.Warning;
import dev.muster.profile.RecordView;
import dev.muster.profile.csv.mapping.SourceCells;
import dev.muster.read.SourceRecord;
import dev.muster.report.Outcome;
import dev.muster.report.RecordResult;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Shows a row as its cells, one for each column of the file:
 *
 * <pre>{"column":1,"name":"email","value":"a@example.com","action":"updated"}</pre>
 *
 * <p>A missing cell has no value; a failed row has no actions; problems and warnings of a cell are
 * in that cell. Thread-safe.
 */
final class CsvView implements RecordView {

  private static final Value REDACTED = Value.of("REDACTED");
  private static final Value UPDATED = Value.of("updated");
  private static final Value NOTHING = Value.of("nothing");

  private final List<ShownColumn> columns;
  private final FieldPlaces places;
  private final List<Column> logins;

  /** The view of one table. */
  CsvView(Header header) {
    this.places = new FieldPlaces(header);
    this.columns = ShownColumn.of(header);
    this.logins =
        Stream.of(ColumnKind.USERNAME, ColumnKind.EMAIL)
            .flatMap(kind -> header.column(kind).stream())
            .filter(column -> column.writes(true))
            .toList();
  }

  @Override
  public Optional<String> login(SourceRecord source) {
    Cells cells = places.cells(source);
    return logins.stream()
        .flatMap(column -> Stream.ofNullable(cells.at(column)))
        .filter(text -> !text.isEmpty())
        .findFirst();
  }

  @Override
  public Struct members(SourceRecord source, RecordResult result) {
    return members(columns, places.row(source), result);
  }

  /** The cells of a row, as the file has them. */
  static Struct members(List<ShownColumn> columns, SourceCells row, RecordResult result) {
    List<Value> cells = new ArrayList<>(columns.size());
    for (ShownColumn column : columns) {
      cells.add(cell(column, row.at(column.columnIndex()), result));
    }
    return Struct.of("cells", new Value.Array(cells));
  }

  private static Struct cell(ShownColumn column, @Nullable String text, RecordResult result) {
    Struct.Builder cell = new Struct.Builder();
    cell.append("column", new Value.Num(String.valueOf(column.columnIndex() + 1)));
    cell.append("name", Value.of(column.name()));
    if (text != null) {
      cell.append("value", column.hides(text) ? REDACTED : Value.of(text));
    }
    if (result.outcome() != Outcome.FAILED) {
      cell.append("action", result.effects().get(column.columnIndex()) ? UPDATED : NOTHING);
    }
    List<Value> errors = errors(column, result.problems());
    if (!errors.isEmpty()) {
      cell.append("errors", new Value.Array(errors));
    }
    List<Value> warnings = warnings(column, result.warnings());
    if (!warnings.isEmpty()) {
      cell.append("warnings", new Value.Array(warnings));
    }
    return cell.build();
  }

  private static List<Value> errors(ShownColumn column, List<Problem> problems) {
    List<Value> errors = new ArrayList<>(0);
    for (Problem problem : problems) {
      if (problem.column() == column.columnIndex()) {
        Struct.Builder error = new Struct.Builder();
        error.append("code", Value.of(problem.code().wireName()));
        error.append("message", Value.of(problem.message()));
        String cause = problem.details().text("error");
        if (cause != null) {
          error.append("cause", Value.of(cause));
        }
        errors.add(error.build());
      }
    }
    return errors;
  }

  private static List<Value> warnings(ShownColumn column, List<Warning> warnings) {
    List<Value> ofCell = new ArrayList<>(0);
    for (Warning warning : warnings) {
      if (warning.column() == column.columnIndex()) {
        Struct.Builder members = new Struct.Builder();
        members.append("message", Value.of(warning.message()));
        warning.code().ifPresent(code -> members.append("code", Value.of(code)));
        ofCell.add(members.build());
      }
    }
    return ofCell;
  }
}
