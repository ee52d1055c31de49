package dev.muster.app.upload.run;

import dev.muster.app.document.DetailDocument;
import dev.muster.app.format.KeptRecords;
import dev.muster.app.job.Job;
import dev.muster.app.job.ReportOf;
import dev.muster.app.json.JsonText;
import dev.muster.problem.Problem;
import dev.muster.problem.Warning;
import dev.muster.profile.csv.TableView;
import dev.muster.profile.csv.mapping.Mapping;
import dev.muster.report.RecordResult;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Makes rows of one report of its stored results and records. */
final class RowReader {

  private static final List<String> LOGINS =
      List.of("username", "preferred_username", "email", "phone_number", "user_id", "name");

  private final Optional<Job> report;
  private final KeptRecords kept;
  private final List<Long> lines;
  private final List<String> columns;
  private final OptionalInt login;

  /** Makes rows of records that no import has. */
  RowReader(KeptRecords kept) {
    this.report = Optional.empty();
    this.kept = kept;
    this.lines = List.of();
    this.columns = List.of();
    this.login = OptionalInt.empty();
  }

  /** Makes rows of a report. */
  RowReader(Job report, KeptRecords kept) {
    this.report = Optional.of(report);
    this.kept = kept;
    this.lines = report.provenance().report().map(ReportOf::lines).orElse(List.of());
    List<String> header = report.input().header();
    Mapping mapping = Mapping.stored(report.options().formatOptions());
    this.columns =
        header.isEmpty()
            ? List.of()
            : new TableView(header, mapping)
                .names().stream().filter(name -> !name.isEmpty()).toList();
    this.login = header.isEmpty() ? OptionalInt.empty() : KeyColumn.of(header, mapping);
  }

  /** The names of a table's columns that are shown; empty for other formats. */
  List<String> tableColumns() {
    return columns;
  }

  /** The line of a record in the uploaded file. */
  long line(RecordResult result) {
    int index = (int) result.position().index();
    return index < lines.size() ? lines.get(index) : result.position().line();
  }

  /** The members that the dialect shows of a record. */
  Struct shown(RecordResult result, byte[] source) {
    return kept.show(source, result);
  }

  ReportRow row(RecordResult result, byte[] source) {
    Struct shown = shown(result, source);
    List<ReportCell> cells =
        shown.get("cells") instanceof Value.Array table
            ? cells(table)
            : members(shown.get("record"), result);
    return new ReportRow(
        result.position().index(),
        line(result),
        result.outcome(),
        result.changed(),
        report.isPresent() ? DetailDocument.userNumber(report.get(), result) : OptionalLong.empty(),
        login(cells, shown),
        notes(result, cells),
        result.changes(),
        cells);
  }

  private static List<ReportCell> cells(Value.Array table) {
    List<ReportCell> cells = new ArrayList<>();
    for (Value item : table.items()) {
      if (item instanceof Struct cell) {
        Value value = cell.get("value");
        String action = cell.text("action");
        String name = cell.text("name");
        cells.add(
            new ReportCell(
                name == null ? "" : name,
                value instanceof Value.Text text ? Optional.of(text.text()) : Optional.empty(),
                value != null && ReportCell.isSecret(value),
                "updated".equals(action),
                notes(cell)));
      }
    }
    return cells;
  }

  private static List<CellNote> notes(Struct cell) {
    List<CellNote> notes = new ArrayList<>(0);
    if (cell.get("errors") instanceof Value.Array errors) {
      errors.items().stream()
          .map(Struct.class::cast)
          .map(each -> CellNote.error(text(each, "code"), text(each, "message")))
          .forEach(notes::add);
    }
    if (cell.get("warnings") instanceof Value.Array warnings) {
      warnings.items().stream()
          .map(Struct.class::cast)
          .map(each -> CellNote.warning(text(each, "message")))
          .forEach(notes::add);
    }
    return notes;
  }

  private static String text(Struct members, String name) {
    String text = members.text(name);
    return text == null ? "" : text;
  }

  private static List<ReportCell> members(@Nullable Value record, RecordResult result) {
    List<ReportCell> cells = new ArrayList<>();
    if (record instanceof Struct members) {
      for (int i = 0; i < members.size(); i++) {
        String name = members.nameAt(i);
        Value value = members.valueAt(i);
        cells.add(
            new ReportCell(
                name,
                Optional.of(value instanceof Value.Text text ? text.text() : JsonText.of(value)),
                hasSecret(value),
                false,
                result.problems().stream()
                    .filter(problem -> name.equals(member(problem)))
                    .map(problem -> CellNote.error(problem.code().wireName(), problem.message()))
                    .toList()));
      }
    }
    return cells;
  }

  private static boolean hasSecret(Value value) {
    if (value instanceof Struct struct) {
      for (int i = 0; i < struct.size(); i++) {
        if (hasSecret(struct.valueAt(i))) {
          return true;
        }
      }
    }
    return ReportCell.isSecret(value)
        || (value instanceof Value.Array array
            && array.items().stream().anyMatch(RowReader::hasSecret));
  }

  /** The member of the record that a problem is about; empty if it is about the whole record. */
  private static String member(Problem problem) {
    String path = problem.path() == null ? "" : problem.path();
    String relative = path.startsWith("/") ? path.substring(1) : path;
    String[] parts = relative.split("[/.\\[]", 2);
    return parts[0].replace("~1", "/").replace("~0", "~");
  }

  private Optional<String> login(List<ReportCell> cells, Struct shown) {
    if (login.isPresent() && shown.get("cells") instanceof Value.Array table) {
      String column = Integer.toString(login.getAsInt() + 1);
      for (int i = 0; i < table.items().size(); i++) {
        if (table.items().get(i) instanceof Struct cell
            && cell.get("column") instanceof Value.Num number
            && number.literal().equals(column)) {
          return cells.get(i).value();
        }
      }
    }
    for (String name : LOGINS) {
      for (ReportCell cell : cells) {
        if (cell.column().equals(name) && cell.value().isPresent()) {
          return cell.value();
        }
      }
    }
    return Optional.empty();
  }

  /** The remarks that no cell has. */
  private static List<CellNote> notes(RecordResult result, List<ReportCell> cells) {
    List<CellNote> notes = new ArrayList<>(0);
    List<CellNote> ofCells = cells.stream().flatMap(cell -> cell.notes().stream()).toList();
    for (Problem problem : result.problems()) {
      CellNote note = CellNote.error(problem.code().wireName(), problem.message());
      if (!ofCells.contains(note)) {
        notes.add(note);
      }
    }
    for (Warning warning : result.warnings()) {
      CellNote note = CellNote.warning(warning.message());
      if (!ofCells.contains(note)) {
        notes.add(note);
      }
    }
    return notes;
  }
}
