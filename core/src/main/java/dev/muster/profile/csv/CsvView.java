package dev.muster.profile.csv;

import dev.muster.problem.Problem;
import dev.muster.problem.Warning;
import dev.muster.profile.RecordView;
import dev.muster.read.SourceRecord;
import dev.muster.report.Outcome;
import dev.muster.report.RecordResult;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Shows a row as its cells, one for each column of the header:
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

  private final List<Column> columns;
  private final FieldPlaces places;

  /** The view of one table. */
  CsvView(Header header) {
    this.places = new FieldPlaces(header);
    this.columns =
        header.columns().stream()
            .filter(column -> column.kind() != ColumnKind.REJECT_REASON)
            .toList();
  }

  @Override
  public Struct members(SourceRecord source, RecordResult result) {
    List<Value> cells = new ArrayList<>(columns.size());
    Cells texts = places.cells(source);
    for (Column column : columns) {
      cells.add(cell(column, texts.at(column), result));
    }
    return Struct.of("cells", new Value.Array(cells));
  }

  private static Struct cell(Column column, @Nullable String text, RecordResult result) {
    Struct.Builder cell = new Struct.Builder();
    cell.append("column", new Value.Num(String.valueOf(column.columnIndex() + 1)));
    cell.append("name", Value.of(column.name()));
    if (text != null) {
      cell.append("value", column.kind().hides(text) ? REDACTED : Value.of(text));
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

  private static List<Value> errors(Column column, List<Problem> problems) {
    List<Value> errors = new ArrayList<>(0);
    for (Problem problem : problems) {
      if (problem.column() == column.columnIndex()) {
        Struct.Builder error = new Struct.Builder();
        error.append("code", Value.of(problem.code().wireName()));
        error.append("message", Value.of(problem.message()));
        errors.add(error.build());
      }
    }
    return errors;
  }

  private static List<Value> warnings(Column column, List<Warning> warnings) {
    List<Value> ofCell = new ArrayList<>(0);
    for (Warning warning : warnings) {
      if (warning.column() == column.columnIndex()) {
        ofCell.add(Struct.of("message", Value.of(warning.message())));
      }
    }
    return ofCell;
  }
}
