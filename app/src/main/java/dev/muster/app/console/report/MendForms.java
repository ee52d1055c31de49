package dev.muster.app.console.report;

import dev.muster.app.console.imports.ReportModel;
import dev.muster.app.console.page.PageProblem;
import dev.muster.app.console.page.PageRoutes;
import dev.muster.app.console.page.ProblemText;
import dev.muster.app.console.page.Section;
import dev.muster.app.console.page.Visit;
import dev.muster.app.console.report.GridView.Replacement;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.store.Session;
import dev.muster.app.upload.run.RecordEdit;
import dev.muster.app.upload.run.ReportAnswer;
import dev.muster.app.upload.run.ReportRow;
import dev.muster.problem.InputRefused;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Failed rows are edited, checked and run again: one in the table of rows, many in a grid. */
final class MendForms {

  private final ReportModel model;

  MendForms(ReportModel model) {
    this.model = model;
  }

  void addTo(PageRoutes pages) {
    pages.post(OpenReport.PATH + "mend/{index}", this::mendOne);
    pages.post(OpenReport.PATH + "mend", this::mendAll);
    pages.post(OpenReport.PATH + "check", this::check);
    pages.post(OpenReport.PATH + "replace", this::replace);
  }

  /** The failed rows as a grid. */
  void show(Visit visit) throws PageProblem, UsageProblem {
    try (Session session = model.directory().database().openReading()) {
      OpenReport report = OpenReport.of(session, visit);
      show(visit, new Grid(model, session, visit, report).first(ReportQuery.failed(visit)));
    }
  }

  private static void show(Visit visit, GridView view) {
    visit.show(Section.IMPORTS, "mend", visit.texts().text("report.grid.title"), view);
  }

  private void mendOne(Visit visit) throws PageProblem, IOException {
    try (Session session = model.directory().database().open()) {
      OpenReport report = OpenReport.of(session, visit);
      ReportRow row =
          model.rows(session).find(report.job(), index(visit)).orElseThrow(PageProblem::notFound);
      Map<String, List<String>> form = visit.context().formParamMap();
      RecordEdit edit =
          EditedRows.edit(
              row,
              EditedRows.ofRow(form),
              Set.copyOf(form.getOrDefault(EditedRows.KEPT, List.of())));
      run(visit, session, report, List.of(edit));
    } catch (InputRefused | UsageProblem e) {
      throw refused(visit, e);
    }
  }

  private static long index(Visit visit) throws PageProblem {
    try {
      return Long.parseLong(visit.context().pathParam("index"));
    } catch (NumberFormatException e) {
      throw PageProblem.notFound();
    }
  }

  private static PageProblem refused(Visit visit, Exception reason) {
    String message = ProblemText.of(visit.texts(), "", String.valueOf(reason.getMessage())).text();
    return PageProblem.of(HttpStatus.CONFLICT, "report.mend.refused", "reason", message);
  }

  private void run(Visit visit, Session session, OpenReport report, List<RecordEdit> edits)
      throws PageProblem, InputRefused, UsageProblem, IOException {
    ReportAnswer answer =
        model
            .mending(session)
            .mend(report.file(), report.job(), edits, ReportModel.requester(visit));
    if (answer instanceof ReportAnswer.Submitted submitted) {
      visit.redirect(report.href(submitted.report()));
    } else if (answer instanceof ReportAnswer.Refused refused) {
      ReportForms.refuse(
          visit,
          "report.mend.refused.title",
          new ReportForms.RefusedView(
              new ReportViews(model, session, visit, report).explained(refused.reason()),
              "report.mend.refused.nothing",
              report.href()));
    }
  }

  private void mendAll(Visit visit) throws PageProblem, IOException {
    try (Session session = model.directory().database().open()) {
      OpenReport report = OpenReport.of(session, visit);
      Grid grid = new Grid(model, session, visit, report);
      List<RecordEdit> edits = grid.edits();
      if (edits.isEmpty()) {
        show(visit, grid.checked(Optional.of("report.grid.unedited")));
        return;
      }
      run(visit, session, report, edits);
    } catch (InputRefused | UsageProblem e) {
      throw refused(visit, e);
    }
  }

  /** Checks the edited cells. The answer is a whole page, or only the remarks for a script. */
  private void check(Visit visit) throws PageProblem, IOException {
    try (Session session = model.directory().database().openReading()) {
      OpenReport report = OpenReport.of(session, visit);
      GridView view =
          new Grid(model, session, visit, report).checked(Optional.of("report.grid.checked"));
      if (visit.context().header("HX-Request") == null) {
        show(visit, view);
      } else {
        visit.show(Section.IMPORTS, "mend-check", visit.texts().text("report.grid.title"), view);
      }
    } catch (InputRefused | UsageProblem e) {
      throw refused(visit, e);
    }
  }

  private void replace(Visit visit) throws PageProblem, IOException {
    try (Session session = model.directory().database().openReading()) {
      OpenReport report = OpenReport.of(session, visit);
      Replacement replacement =
          new Replacement(visit.field("_column"), visit.field("_find"), visit.field("_replace"));
      show(visit, new Grid(model, session, visit, report).replaced(replacement));
    } catch (InputRefused | UsageProblem e) {
      throw refused(visit, e);
    }
  }
}
