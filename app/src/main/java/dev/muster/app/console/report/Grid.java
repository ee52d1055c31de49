package dev.muster.app.console.report;

import dev.muster.app.console.imports.ReportModel;
import dev.muster.app.console.page.PageProblem;
import dev.muster.app.console.page.Visit;
import dev.muster.app.console.report.GridView.GridRow;
import dev.muster.app.console.report.GridView.Replacement;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.store.Session;
import dev.muster.app.upload.run.CellNote;
import dev.muster.app.upload.run.PreviewRow;
import dev.muster.app.upload.run.Previews;
import dev.muster.app.upload.run.RecordEdit;
import dev.muster.app.upload.run.ReportCell;
import dev.muster.app.upload.run.ReportRow;
import dev.muster.app.upload.run.ReportRows;
import dev.muster.problem.InputRefused;
import dev.muster.report.Outcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The grid of failed rows, with what its form has. For one request. */
final class Grid {

  private final ReportModel model;
  private final Session session;
  private final Visit visit;
  private final OpenReport report;
  private final ReportRows rows;

  Grid(ReportModel model, Session session, Visit visit, OpenReport report) {
    this.model = model;
    this.session = session;
    this.visit = visit;
    this.report = report;
    this.rows = model.rows(session);
  }

  /** A failed row and what the form has of it. */
  private record Entered(ReportRow row, Map<String, String> texts, RecordEdit edit) {

    boolean isEdited() {
      return !edit.cells().isEmpty();
    }
  }

  /** The rows as they failed. */
  GridView first(ReportQuery query) throws PageProblem, UsageProblem {
    RowTable table = RowTable.of(session, rows, report, query);
    List<GridRow> shown =
        table.rows().stream()
            .filter(row -> !row.fields().isEmpty())
            .map(row -> new GridRow(row.index(), row.line(), row.notes(), row.fields(), false))
            .toList();
    return new GridView(
        head(),
        table.columns(),
        shown,
        Optional.empty(),
        Replacement.NONE,
        table.next().map(next -> next + "&mend=1"));
  }

  private ReportView.Head head() {
    return new ReportViews(model, session, visit, report).head();
  }

  /** What the form's rows change. */
  List<RecordEdit> edits() throws UsageProblem {
    return entered(Replacement.NONE).stream().filter(Entered::isEdited).map(Entered::edit).toList();
  }

  private List<Entered> entered(Replacement replacement) throws UsageProblem {
    Map<String, List<String>> form = visit.context().formParamMap();
    Set<String> kept = Set.copyOf(form.getOrDefault(EditedRows.KEPT, List.of()));
    List<Entered> all = new ArrayList<>();
    for (Map.Entry<Long, Map<String, String>> each : EditedRows.ofGrid(form).entrySet()) {
      Optional<ReportRow> row = rows.find(report.job(), each.getKey());
      if (row.isPresent() && row.get().outcome() == Outcome.FAILED) {
        Map<String, String> texts = new HashMap<>(each.getValue());
        texts.computeIfPresent(replacement.column(), (column, text) -> replacement.in(text));
        all.add(new Entered(row.get(), texts, edit(row.get(), texts, kept)));
      }
    }
    return all;
  }

  /** Cells that are kept are named as their fields. */
  private static RecordEdit edit(ReportRow row, Map<String, String> texts, Set<String> kept) {
    Set<String> own = new LinkedHashSet<>(texts.keySet());
    own.removeIf(column -> !kept.contains(EditedRows.fieldName(row.index(), column)));
    return EditedRows.edit(row, texts, own);
  }

  /** The form's rows, with a text replaced in a column. */
  GridView replaced(Replacement replacement) throws InputRefused, UsageProblem, IOException {
    return view(entered(replacement), Optional.of("report.grid.replaced"), replacement);
  }

  /** The form's rows, with what is wrong with them now. */
  GridView checked(Optional<String> noticeKey) throws InputRefused, UsageProblem, IOException {
    return view(entered(Replacement.NONE), noticeKey, Replacement.NONE);
  }

  private GridView view(List<Entered> entered, Optional<String> notice, Replacement replacement)
      throws InputRefused, UsageProblem, IOException {
    Set<String> columns = new LinkedHashSet<>();
    for (Entered each : entered) {
      each.row().cells().stream()
          .map(ReportCell::column)
          .filter(each.texts()::containsKey)
          .forEach(columns::add);
    }
    entered.forEach(each -> columns.addAll(each.texts().keySet()));
    List<String> names = List.copyOf(columns);
    Map<Long, PreviewRow> checks = checks(entered);
    return new GridView(
        head(),
        names,
        entered.stream().map(each -> row(each, names, checks)).toList(),
        notice,
        replacement,
        Optional.empty());
  }

  private Map<Long, PreviewRow> checks(List<Entered> entered)
      throws InputRefused, UsageProblem, IOException {
    List<RecordEdit> edits =
        entered.stream()
            .filter(Entered::isEdited)
            .map(Entered::edit)
            .limit(Previews.ROWS_MAX)
            .toList();
    Map<Long, PreviewRow> checks = new HashMap<>();
    if (!edits.isEmpty()) {
      List<PreviewRow> preview = model.mending(session).preview(report.file(), report.job(), edits);
      for (int i = 0; i < Math.min(edits.size(), preview.size()); i++) {
        checks.put(edits.get(i).index(), preview.get(i));
      }
    }
    return checks;
  }

  private static GridRow row(Entered each, List<String> columns, Map<Long, PreviewRow> checks) {
    Optional<PreviewRow> check = Optional.ofNullable(checks.get(each.row().index()));
    List<CellField> fields = new ArrayList<>();
    for (CellField field : ShownRow.fields(each.row(), columns)) {
      String text = each.texts().getOrDefault(field.column(), field.value());
      List<CellNote> notes = check.isPresent() ? notes(check.get(), field) : field.notes();
      fields.add(field.with(text, notes));
    }
    return new GridRow(
        each.row().index(),
        each.row().line(),
        check.map(PreviewRow::notes).orElse(each.row().notes()),
        fields,
        each.isEdited());
  }

  private static List<CellNote> notes(PreviewRow check, CellField field) {
    return check.cells().stream()
        .filter(cell -> cell.column().equals(field.column()))
        .findFirst()
        .map(ReportCell::notes)
        .orElse(List.of());
  }
}
