package dev.muster.app.console.imports;

import dev.muster.app.console.page.Link;
import dev.muster.app.console.page.PageProblem;
import dev.muster.app.console.page.ProblemText;
import dev.muster.app.console.page.Texts;
import dev.muster.app.console.page.Visit;
import dev.muster.app.job.Job;
import dev.muster.app.job.JobState;
import dev.muster.app.job.JobStore;
import dev.muster.app.job.ReportOf;
import dev.muster.app.store.Session;
import dev.muster.app.store.Submission;
import dev.muster.app.upload.UploadedFile;
import dev.muster.app.upload.run.Reports;
import dev.muster.problem.ShownText;
import dev.muster.report.Tally;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The reports of an uploaded file, the latest first.
 *
 * @param path of the file's page
 * @param self the address of this part of the list
 * @param live whether one of them is being carried out, so that the table is kept current
 */
public record ReportTable(
    String path, String self, List<Line> reports, Optional<String> next, boolean live) {

  private static final int ROWS = 25;

  /**
   * A report.
   *
   * @param state its wire name
   * @param kind the key of what it is: a simulation, an execution, mended rows
   * @param trouble why none of the file was imported; mostly empty
   * @param deletable whether it is a simulation that nobody is carrying out
   */
  public record Line(
      String id,
      String href,
      Instant createdAt,
      String state,
      long done,
      long total,
      Tally tally,
      String kind,
      String by,
      ProblemText trouble,
      boolean deletable) {

    /** Whether it is being carried out, or will be. */
    public boolean isActive() {
      return state.equals("pending") || state.equals("running");
    }
  }

  public ReportTable {
    reports = List.copyOf(reports);
  }

  static ReportTable of(Session session, Reports reports, UploadedFile file, Visit visit)
      throws PageProblem {
    List<Job> found = reports.page(file, before(reports, file, visit), ROWS + 1);
    List<Job> jobs = found.subList(0, Math.min(ROWS, found.size()));
    String path = FileAccess.path(file);
    Map<Long, Tally> tallies = session.jobs().tallies(jobs);
    Map<Long, Submission> submissions = session.submitted().find(jobs);
    List<Line> lines =
        jobs.stream()
            .map(
                job ->
                    line(
                        path,
                        job,
                        tallies.getOrDefault(job.number(), Tally.ZERO),
                        Optional.ofNullable(submissions.get(job.number()))
                            .flatMap(Submission::trouble)
                            .orElse(""),
                        visit.texts()))
            .toList();
    Optional<String> next =
        found.size() > ROWS
            ? Optional.of(Link.to(path).with("after", jobs.get(ROWS - 1).id()).href())
            : Optional.empty();
    return new ReportTable(
        path,
        Link.to(path + "reports").with("after", visit.query("after")).href(),
        lines,
        next,
        lines.stream().anyMatch(Line::isActive));
  }

  private static long before(Reports reports, UploadedFile file, Visit visit) throws PageProblem {
    String after = visit.query("after");
    return after.isEmpty()
        ? JobStore.LATEST
        : reports.find(file, after).map(Job::number).orElseThrow(PageProblem::badQuery);
  }

  private static Line line(String path, Job job, Tally tally, String trouble, Texts texts) {
    boolean simulation = job.options().dryRun();
    return new Line(
        job.id(),
        path + job.id() + "/",
        job.createdAt(),
        ShownState.of(job),
        tally.total(),
        job.records(),
        tally,
        kind(job),
        ShownText.cut(job.provenance().actor().name()),
        ShownTrouble.inList(texts, trouble),
        simulation && job.state() != JobState.RUNNING);
  }

  private static String kind(Job job) {
    boolean part =
        job.provenance().report().map(ReportOf::lines).filter(l -> !l.isEmpty()).isPresent();
    if (part) {
      return "upload.kind.mend";
    }
    return job.options().dryRun() ? "import.simulation" : "import.execution";
  }
}
