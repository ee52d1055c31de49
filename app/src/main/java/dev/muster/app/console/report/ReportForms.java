package dev.muster.app.console.report;

import dev.muster.app.console.imports.ReportModel;
import dev.muster.app.console.page.PageProblem;
import dev.muster.app.console.page.PageRoutes;
import dev.muster.app.console.page.Section;
import dev.muster.app.console.page.Visit;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.job.StopRequest;
import dev.muster.app.job.run.ImportControl;
import dev.muster.app.store.DirectoryChanges;
import dev.muster.app.store.MailingStop;
import dev.muster.app.store.Session;
import dev.muster.app.upload.run.ReportAnswer;
import dev.muster.user.Catalog;
import dev.muster.user.Realm;
import dev.muster.user.Role;
import dev.muster.user.RoleReference;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.util.Optional;

/** Stops and resumes reports, executes simulations, and makes roles that a report lacks. */
public final class ReportForms {

  private static final Duration ROLES_TIME = Duration.ofSeconds(5);

  private final ReportModel model;

  ReportForms(ReportModel model) {
    this.model = model;
  }

  /**
   * What the page about a refused execution shows.
   *
   * @param nothingKey the text that says what was not done
   * @param href the page of the report
   */
  public record RefusedView(Outdating reason, String nothingKey, String href) {}

  void addTo(PageRoutes pages) {
    pages.post(OpenReport.PATH + "pause", visit -> stop(visit, StopRequest.PAUSE));
    pages.post(OpenReport.PATH + "cancel", visit -> stop(visit, StopRequest.CANCEL));
    pages.post(OpenReport.PATH + "resume", this::resume);
    pages.post(OpenReport.PATH + "execute", this::execute);
    pages.post(OpenReport.PATH + "again", this::again);
    pages.post(OpenReport.PATH + "roles", this::roles);
    pages.post(OpenReport.PATH + "stop-mails", this::stopMails);
  }

  private Session open() {
    return model.directory().database().open();
  }

  private void stop(Visit visit, StopRequest request) throws PageProblem {
    try (Session session = open()) {
      OpenReport report = OpenReport.of(session, visit);
      done(visit, report, model.control(session, visit).stop(report.job(), request));
    }
  }

  private void resume(Visit visit) throws PageProblem {
    try (Session session = open()) {
      OpenReport report = OpenReport.of(session, visit);
      if (!visit.reader().mayUseAll() && !report.job().options().ownRealmOnly()) {
        throw PageProblem.forbidden(); // it may change users of other realms
      }
      done(visit, report, model.control(session, visit).resume(report.job()));
    }
  }

  private static void done(Visit visit, OpenReport report, ImportControl.Answer answer)
      throws PageProblem {
    if (answer == ImportControl.Answer.REFUSED) {
      throw PageProblem.of(HttpStatus.CONFLICT, "report.stop.refused");
    }
    visit.redirect(report.href());
  }

  private void execute(Visit visit) throws PageProblem, UsageProblem {
    try (Session session = open()) {
      OpenReport report = OpenReport.of(session, visit);
      ReportAnswer answer =
          model.reports(session).execute(report.file(), report.job(), ReportModel.requester(visit));
      answer(visit, session, report, answer);
    }
  }

  private void again(Visit visit) throws PageProblem, UsageProblem {
    try (Session session = open()) {
      OpenReport report = OpenReport.of(session, visit);
      answer(
          visit,
          session,
          report,
          model.reports(session).simulate(report.file(), ReportModel.requester(visit)));
    }
  }

  private void answer(Visit visit, Session session, OpenReport report, ReportAnswer answer) {
    if (answer instanceof ReportAnswer.Submitted submitted) {
      visit.redirect(report.href(submitted.report()));
    } else if (answer instanceof ReportAnswer.Refused refused) {
      refuse(
          visit,
          "report.refused.title",
          new RefusedView(
              new ReportViews(model, session, visit, report).explained(refused.reason()),
              "report.refused.nothing",
              report.href()));
    }
  }

  private void stopMails(Visit visit) throws PageProblem {
    try (Session session = open()) {
      OpenReport report = OpenReport.of(session, visit);
      long stopped =
          new MailingStop(session, visit.reader().actor(), model.directory().clock())
              .stop(report.job());
      if (stopped == 0) {
        throw PageProblem.of(HttpStatus.CONFLICT, "mailing.over");
      }
      visit.redirect(report.href());
    }
  }

  /** Answers that something was not done, because of what was done before. */
  static void refuse(Visit visit, String titleKey, RefusedView view) {
    visit.show(
        HttpStatus.CONFLICT, Section.IMPORTS, "report-refused", visit.texts().text(titleKey), view);
  }

  private void roles(Visit visit) throws PageProblem, UsageProblem {
    try (Session session = open()) {
      OpenReport report = OpenReport.of(session, visit);
      Realm realm =
          session.catalogs().realm(report.file().realm()).orElseThrow(PageProblem::notFound);
      DirectoryChanges changes =
          new DirectoryChanges(session, visit.reader().actor(), model.directory().clock());
      for (RoleReference role : model.rows(session).missingRoles(report.job(), ROLES_TIME)) {
        Catalog now = session.catalogs().of(realm);
        Optional<Role> lacking = role.in(now) == null ? role.proposed(now) : Optional.empty();
        lacking.ifPresent(made -> changes.createRole(realm.number(), made));
      }
      visit.redirect(report.href());
    }
  }
}
