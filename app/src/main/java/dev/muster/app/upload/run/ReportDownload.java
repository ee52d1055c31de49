package dev.muster.app.upload.run;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.muster.app.document.DetailDocument;
import dev.muster.app.document.SpreadsheetCell;
import dev.muster.app.format.Formats;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.job.Job;
import dev.muster.app.job.JobStore;
import dev.muster.app.job.ResultFilter;
import dev.muster.app.json.JsonText;
import dev.muster.app.store.Database;
import dev.muster.app.store.Session;
import dev.muster.report.Change;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes a whole report as CSV or NDJSON, in constant memory. */
public final class ReportDownload {

  private static final List<String> FIRST =
      List.of("line", "outcome", "login", "errors", "warnings", "changes");

  private final ReportParts parts;
  private final DetailDocument details;
  private final RowReader rows;

  /**
   * A download of one report.
   *
   * @param store to prepare it; no session is open while the report is written
   */
  public ReportDownload(Session store, Database database, Formats formats, Job report)
      throws UsageProblem {
    this.parts = new ReportParts(database, report);
    this.details = new DetailDocument(report, store.users().ids());
    this.rows = new RowReader(report, new ReportRows(store, formats).kept(report));
  }

  /**
   * Writes a line for each record, with its cells. No cell begins as formulas of spreadsheets do.
   * The stream is not closed.
   */
  public void writeCsv(OutputStream out) throws IOException {
    CsvWriter table = CsvWriter.builder().build(text(out));
    Columns columns =
        rows.tableColumns().isEmpty()
            ? members()
            : new Columns(rows.tableColumns(), Long.MAX_VALUE);
    List<String> header = new ArrayList<>(FIRST);
    header.addAll(columns.names());
    write(table, header);
    parts.each(
        ResultFilter.ALL,
        columns.lastRecord(),
        (result, source) -> write(table, cells(rows.row(result, source), columns.names())));
    table.flush();
  }

  /**
   * The columns of a table.
   *
   * @param lastRecord the index of the last record that is known to have no others; {@link
   *     JobStore#START} if there is no record
   */
  private record Columns(List<String> names, long lastRecord) {}

  private static void write(CsvWriter table, List<String> cells) {
    table.writeRecord(cells.stream().map(SpreadsheetCell::of).toList());
  }

  /** The members that records have, of which a running import may add more later. */
  private Columns members() throws IOException {
    Set<String> names = new LinkedHashSet<>();
    AtomicLong last = new AtomicLong(JobStore.START);
    parts.each(
        ResultFilter.ALL,
        (result, source) -> {
          rows.row(result, source).cells().forEach(cell -> names.add(cell.column()));
          last.set(result.position().index());
        });
    return new Columns(List.copyOf(names), last.get());
  }

  private List<String> cells(ReportRow row, List<String> columns) {
    List<String> cells = new ArrayList<>(FIRST.size() + columns.size());
    cells.add(Long.toString(row.line()));
    cells.add(row.outcome().wireName());
    cells.add(row.login().orElse(""));
    cells.add(notes(row, true));
    cells.add(notes(row, false));
    cells.add(row.changes().stream().map(ReportDownload::text).collect(Collectors.joining("; ")));
    for (String column : columns) {
      cells.add(row.cell(column).flatMap(ReportCell::value).orElse(""));
    }
    return cells;
  }

  private static String notes(ReportRow row, boolean errors) {
    List<String> notes = new ArrayList<>();
    for (CellNote note : row.notes()) {
      if (note.code().isPresent() == errors) {
        notes.add(note.message());
      }
    }
    for (ReportCell cell : row.cells()) {
      for (CellNote note : cell.notes()) {
        if (note.code().isPresent() == errors) {
          notes.add(cell.column() + ": " + note.message());
        }
      }
    }
    return String.join("; ", notes);
  }

  private static String text(Change change) {
    return change.attribute() + ": " + text(change.before()) + " → " + text(change.after());
  }

  private static String text(@Nullable Value value) {
    return value == null ? "" : value instanceof Value.Text text ? text.text() : JsonText.of(value);
  }

  /**
   * Writes an object for each record, with its outcome and its cells, a line each. The stream is
   * not closed.
   */
  public void writeLines(OutputStream out) throws IOException {
    Writer text = text(out);
    StringBuilder line = new StringBuilder(1024);
    parts.each(
        ResultFilter.ALL,
        (result, source) -> {
          Struct document = details.of(result, rows.shown(result, source));
          line.setLength(0);
          Struct.Builder edited = document.edit().put("line", Value.of(rows.line(result)));
          if (document.get("cells") instanceof Value.Array cells) {
            edited.put("cells", safe(cells));
          }
          JsonText.append(line, edited.build());
          text.append(line.append('\n'));
        });
    text.flush();
  }

  private static Value safe(Value.Array cells) {
    return new Value.Array(cells.items().stream().map(ReportDownload::safeCell).toList());
  }

  private static Value safeCell(Value cell) {
    return cell instanceof Struct members && members.get("value") instanceof Value.Text text
        ? members.edit().put("value", SafeCell.of(text)).build()
        : cell;
  }

  private static Writer text(OutputStream out) {
    return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
  }
}
