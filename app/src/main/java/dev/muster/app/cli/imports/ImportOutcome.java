package dev.muster.app.cli.imports;

import dev.muster.app.cli.session.CliSession;
import dev.muster.app.cli.session.ExitStatus;
import dev.muster.app.cli.session.Failures;
import dev.muster.app.cli.session.OutputLost;
import dev.muster.app.cli.text.ExampleValues;
import dev.muster.app.cli.text.InvitationText;
import dev.muster.app.cli.text.MissingText;
import dev.muster.app.cli.text.Numbers;
import dev.muster.app.cli.text.PlanText;
import dev.muster.app.cli.text.ProblemDigest;
import dev.muster.app.cli.text.Summary;
import dev.muster.app.document.DetailDocument;
import dev.muster.app.document.ImportDocument;
import dev.muster.app.document.MissingDocument;
import dev.muster.app.document.Results;
import dev.muster.app.job.Job;
import dev.muster.app.job.JobState;
import dev.muster.app.job.run.FinishedImport;
import dev.muster.app.store.Session;
import dev.muster.problem.ShellText;
import dev.muster.report.Tally;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes the reports of a finished import to standard output and to the requested files. */
final class ImportOutcome {

  private final CliSession session;
  private final ReportOptions options;
  private final ReportFiles files;
  private final HashRemarks hashes;
  private final List<String> remarks = new ArrayList<>();
  private boolean incomplete;

  /**
   * The reports of an import.
   *
   * @param hashes what was said about its hashes before it began
   */
  ImportOutcome(CliSession session, ReportOptions options, HashRemarks hashes) {
    this.session = session;
    this.options = options;
    this.hashes = hashes;
    this.files = new ReportFiles(session);
  }

  /** The exit status of a finished import. */
  static int status(Job job, Tally tally) {
    if (job.state() == JobState.FAILED
        && tally.failed() == 0
        && job.options().missing().isPresent()) {
      return ExitStatus.REFUSED; // too many users are missing from the input
    }
    boolean undone = job.state() == JobState.FAILED || job.state() == JobState.CANCELLED;
    return undone || tally.withProblems() > 0 ? ExitStatus.PROBLEMS : ExitStatus.OK;
  }

  /** Writes the reports and returns the import's exit status, even if standard output is closed. */
  int tell(FinishedImport finished, Summary.Pace pace) throws Exception {
    try {
      int status = write(finished, pace);
      session.out().flush();
      return status;
    } catch (OutputLost e) {
      if (!e.isBrokenPipe()) {
        throw e;
      }
      session.output().abandon();
      return status(finished.job(), finished.tally());
    }
  }

  private int write(FinishedImport finished, Summary.Pace pace) throws Exception {
    Session store = session.store();
    Job job = finished.job();
    Results results = new Results(store.jobs(), job, Optional.of(finished.input()));
    if (options.rejects != null) {
      writeRejects(results, finished, options.rejects);
    }
    if (options.report != null) {
      writeReport(results, options.report);
    }
    if (options.json) {
      DetailDocument details = new DetailDocument(job, store.users().ids());
      List<String> warnings = new ArrayList<>(finished.input().notes());
      warnings.addAll(hashes.warnings(finished.input()));
      new ImportDocument(session.out(), MissingDocument.of(job, store), hashes.document())
          .inviting(store.mailings().invited(job))
          .noting(hashes.notes(finished.input()))
          .write(finished.tally(), warnings, results, options.details, details)
          .ifPresent(session::say);
    } else if (!options.quiet.isGiven()
        || status(job, finished.tally()) != ExitStatus.OK
        || isAnybodyMissing(job, store)) {
      print(finished, results, store, pace);
    }
    return incomplete ? ExitStatus.BROKEN : status(job, finished.tally());
  }

  private void writeRejects(Results results, FinishedImport finished, Path file) {
    Path target = session.path(file);
    try {
      if (finished.tally().failed() == 0) {
        Job job = finished.job();
        boolean carriedOut = job.state() == JobState.COMPLETED && !job.options().dryRun();
        remarks.add(
            "No record failed, so "
                + file
                + (carriedOut && removed(target)
                    ? " of an earlier import was removed."
                    : " was not written."));
        return;
      }
      long written = files.rejects(results, Optional.of(finished.input()), target);
      remarks.add(
          (written == 1
                  ? "The failed record"
                  : "The " + Numbers.grouped(written) + " failed records")
              + (written == 1 ? " is" : " are")
              + " in "
              + file
              + " with the reason: mend there, and import that file.");
    } catch (IOException e) {
      failed("rejects", target, finished.job(), e);
    }
  }

  /** Removes the rejects of an earlier import, which would be taken for those of this one. */
  private static boolean removed(Path target) throws IOException {
    return ReportFiles.isRejects(target) && Files.deleteIfExists(target);
  }

  private void writeReport(Results results, Path file) throws Exception {
    Path target = session.path(file);
    try {
      files.report(results, ReportOptions.reportFormat(file), target).ifPresent(session::say);
      remarks.add("The result of every record is in " + file + ".");
    } catch (IOException e) {
      failed("report", target, results.job(), e);
    }
  }

  private void failed(String what, Path target, Job job, IOException e) {
    incomplete = true;
    session.say(
        "the import is done, but "
            + target
            + " could not be written: "
            + Failures.sentence(Failures.cause(e))
            + " Mend that, or name another file, and write it with: "
            + session.command(
                "imports " + what + " " + job.id() + " " + ShellText.quoted(target.toString())));
  }

  private void print(FinishedImport finished, Results results, Session store, Summary.Pace pace)
      throws Exception {
    Job job = finished.job();
    PrintWriter out = session.out();
    if (job.options().diff()) {
      new PlanText(out, session.outInk(), job, store.users()).print(results);
    }
    ExampleValues examples =
        finished.tally().failed() == 0
            ? ExampleValues.NONE
            : ExampleValues.of(store.jobs(), job, session.importsToRead().kept(job));
    new Summary(out, session.outInk(), new CopiedCommands(session))
        .print(
            job,
            finished.tally(),
            finished.input().description(),
            store.name(),
            Optional.of(pace),
            ProblemDigest.of(results, examples),
            results.places());
    new MissingText(out, session.outInk())
        .print(job, finished.tally(), store, session.command("imports missing " + job.id()));
    new InvitationText(out)
        .print(job, store, session.application().settings().missingForInvitations());
    if (options.rejects == null
        && finished.tally().failed() > 0
        && job.state() == JobState.COMPLETED) {
      remarks.add(
          "The failed records, to mend and import again: "
              + session.command("imports rejects " + job.id() + " " + rejectsName(job)));
    }
    remarks.addAll(hashes.end(finished.input()));
    if (!remarks.isEmpty()) {
      out.println();
      remarks.forEach(out::println);
    }
    out.println();
    out.println(
        "Next: "
            + next(job, finished.tally(), store)
            + "; this report again: "
            + session.command("imports show " + job.id()));
  }

  private String next(Job job, Tally tally, Session store) {
    if (job.records() == 0 && job.state() == JobState.COMPLETED && !leaversChange(job, store)) {
      return "nothing, the input has no records";
    }
    boolean nothing = tally.inserted() + tally.changed() == 0 && !leaversChange(job, store);
    if (job.state() == JobState.FAILED || (nothing && tally.failed() > 0)) {
      return "mend the input and " + (job.options().dryRun() ? "try it again" : "import it again");
    }
    if (!job.options().dryRun()) {
      return session.command("users list");
    }
    return nothing
        ? "nothing, the directory holds all of this already"
        : "the same command without --dry-run";
  }

  private static boolean isAnybodyMissing(Job job, Session store) {
    return job.options().missing().isPresent()
        && store.jobs().missing().find(job.number()).filter(it -> it.missing() > 0).isPresent();
  }

  private static boolean leaversChange(Job job, Session store) {
    return job.options().missing().filter(asked -> asked.action().writes()).isPresent()
        && isAnybodyMissing(job, store);
  }

  static String rejectsName(Job job) {
    return switch (job.format()) {
      case "csv", "xlsx" -> "rejects.csv";
      case "authgear-lines" -> "rejects.ndjson";
      default -> "rejects.json";
    };
  }
}
