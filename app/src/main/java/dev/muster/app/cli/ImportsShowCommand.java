package dev.muster.app.cli;

import dev.muster.app.joblog.Job;
import dev.muster.app.report.DetailDocument;
import dev.muster.app.report.Extent;
import dev.muster.app.report.ImportDocument;
import dev.muster.app.report.ProblemDigest;
import dev.muster.app.report.Results;
import dev.muster.app.report.Summary;
import dev.muster.app.store.Store;
import dev.muster.report.Tally;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code muster imports show}. */
@Command(
    name = "show",
    sortOptions = false,
    description = {
      "Show what an import did, as it was shown at its end.",
      "Records are shown in the JSON document if the input is still there, unchanged."
    })
final class ImportsShowCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private final ImportArgument argument = new ImportArgument();

  @Option(names = "--json", description = "Print the JSON document of the import.")
  private boolean json;

  @Option(
      names = "--details",
      paramLabel = "WHICH",
      completionCandidates = Candidates.Extents.class,
      converter = ReportOptions.ExtentName.class,
      description = "The records that --json lists: all, problems or none. Default: all.")
  private Extent details = Extent.ALL;

  ImportsShowCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    Job job = argument.job(session);
    Store store = session.store();
    Tally tally = store.jobs().tally(job);
    if (json) {
      writeDocument(job, tally, store);
    } else {
      print(job, tally, store);
    }
    return Muster.OK;
  }

  private void writeDocument(Job job, Tally tally, Store store) throws Exception {
    Results results =
        details == Extent.NONE
            ? new Results(store.jobs(), job, Optional.empty())
            : argument.results(job, session);
    new ImportDocument(session.out())
        .write(tally, List.of(), results, details, new DetailDocument(job, store.users().ids()))
        .ifPresent(session::say);
  }

  private void print(Job job, Tally tally, Store store) throws Exception {
    Results results =
        tally.erroneous() == 0
            ? new Results(store.jobs(), job, Optional.empty())
            : argument.results(job, session);
    new Summary(session.out(), session.outInk())
        .print(
            job,
            tally,
            job.format(),
            store.name(),
            Optional.empty(),
            ProblemDigest.of(results),
            results.places());
    session.out().println();
    session
        .out()
        .println(job.id() + ", begun " + job.createdAt() + ", " + Standing.of(job, tally, store));
    if (!job.state().finished()) {
      session.out().println("Go on with: " + BrokenOff.resumeCommand(job, session));
    } else if (tally.failed() > 0) {
      session
          .out()
          .println(
              "The failed records: "
                  + session.command(
                      "imports rejects " + job.id() + " " + ImportOutcome.rejectsName(job)));
    }
  }
}
