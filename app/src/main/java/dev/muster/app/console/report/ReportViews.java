package dev.muster.app.console.report;

import dev.muster.app.console.directory.Shown;
import dev.muster.app.console.imports.MailingView;
import dev.muster.app.console.imports.ReportModel;
import dev.muster.app.console.imports.ShownState;
import dev.muster.app.console.imports.ShownTrouble;
import dev.muster.app.console.page.PageProblem;
import dev.muster.app.console.page.ProblemText;
import dev.muster.app.console.page.Visit;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.job.Job;
import dev.muster.app.job.JobFilter;
import dev.muster.app.job.JobState;
import dev.muster.app.store.Session;
import dev.muster.app.store.Submission;
import dev.muster.app.upload.run.Outdated;
import dev.muster.app.upload.run.ReportRows;
import dev.muster.app.upload.run.Reports;
import dev.muster.problem.ProblemCode;
import dev.muster.user.RoleReference;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gathers what the page of a report shows. For one request. */
final class ReportViews {

  /** A page is not kept waiting for a search through all rows. */
  private static final Duration ROLES_TIME = Duration.ofMillis(30);

  private static final int ROLES_MAX = 50;
  private static final int TROUBLES_MAX = 20;

  private final ReportModel model;
  private final Session session;
  private final Visit visit;
  private final OpenReport report;

  ReportViews(ReportModel model, Session session, Visit visit, OpenReport report) {
    this.model = model;
    this.session = session;
    this.visit = visit;
    this.report = report;
  }

  ReportView of(ReportQuery query) throws PageProblem, UsageProblem {
    Job job = report.job();
    ReportRows rows = model.rows(session);
    Map<String, Long> codes = rows.problemCounts(job);
    Optional<Outdating> outdated = outdated();
    return new ReportView(
        head(),
        new ReportView.Progress(ShownState.of(job), job.records(), session.jobs().tally(job)),
        troubles(),
        missingRoles(rows, codes),
        MailingView.of(session, job, model.directory().settings()),
        outdated,
        isCompletedSimulation() && outdated.isEmpty(),
        codes,
        query,
        RowTable.of(session, rows, report, query));
  }

  ReportView.Head head() {
    Job job = report.job();
    return new ReportView.Head(
        job.id(),
        report.href(),
        report.fileHref(),
        Shown.inList(report.file().filename()),
        report.file().realm(),
        Shown.inList(job.provenance().actor().name()),
        job.createdAt(),
        job.completedAt(),
        job.options().dryRun(),
        report.isMend(),
        parent().map(report::href));
  }

  private Optional<Job> parent() {
    if (report.job().provenance().parent().isEmpty()) {
      return Optional.empty();
    }
    long number = report.job().provenance().parent().getAsLong();
    JobFilter filter = JobFilter.ALL.ofUpload(report.file().number());
    return session.jobs().page(filter, number + 1, 1).stream()
        .filter(found -> found.number() == number)
        .findFirst();
  }

  private List<ProblemText> troubles() {
    return session
        .submitted()
        .find(report.job())
        .flatMap(Submission::trouble)
        .map(text -> text.lines().limit(TROUBLES_MAX).map(this::trouble).toList())
        .orElse(List.of());
  }

  private ProblemText trouble(String line) {
    return ShownTrouble.of(visit.texts(), line);
  }

  private List<String> missingRoles(ReportRows rows, Map<String, Long> codes) throws UsageProblem {
    if (!codes.containsKey(ProblemCode.ROLE_NOT_FOUND.wireName())) {
      return List.of();
    }
    return rows.missingRoles(report.job(), ROLES_TIME).stream()
        .map(RoleReference::text)
        .distinct()
        .limit(ROLES_MAX)
        .map(Shown::inList)
        .toList();
  }

  private boolean isCompletedSimulation() {
    return Reports.isSimulation(report.job()) && report.job().state() == JobState.COMPLETED;
  }

  private Optional<Outdating> outdated() throws UsageProblem {
    return isCompletedSimulation()
        ? model
            .reports(session)
            .outdated(report.file(), report.job(), ReportModel.requester(visit))
            .map(this::explained)
        : Optional.empty();
  }

  /** A reason with a link to the report that it is, if it is one. */
  Outdating explained(Outdated reason) {
    Optional<String> other =
        reason.report().flatMap(session.jobs()::find).map(found -> report.href(found));
    return Outdating.of(reason, other, visit.reader().mayUseAll());
  }
}
