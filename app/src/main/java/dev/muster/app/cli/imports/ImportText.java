package dev.muster.app.cli.imports;

import dev.muster.app.cli.session.CliSession;
import dev.muster.app.cli.session.ImportFailure;
import dev.muster.app.cli.text.ExampleValues;
import dev.muster.app.cli.text.InvitationText;
import dev.muster.app.cli.text.MissingText;
import dev.muster.app.cli.text.Numbers;
import dev.muster.app.cli.text.ProblemDigest;
import dev.muster.app.cli.text.Summary;
import dev.muster.app.document.DetailDocument;
import dev.muster.app.document.DetailLevel;
import dev.muster.app.document.ImportDocument;
import dev.muster.app.document.MissingDocument;
import dev.muster.app.document.Printable;
import dev.muster.app.document.Results;
import dev.muster.app.format.SurveyedInput;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.format.input.InputFile;
import dev.muster.app.job.Job;
import dev.muster.app.job.JobState;
import dev.muster.app.settings.SettingsProblem;
import dev.muster.app.store.Session;
import dev.muster.app.store.Submission;
import dev.muster.report.Tally;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Prints a recorded import. */
final class ImportText {

  private final CliSession session;

  ImportText(CliSession session) {
    this.session = session;
  }

  /** Writes the JSON document of an import. */
  void writeDocument(Job job, Tally tally, DetailLevel details) throws Exception {
    Session store = session.storeToRead();
    Results results =
        details == DetailLevel.NONE
            ? new Results(store.jobs(), job, Optional.empty())
            : ImportArgument.results(job, session);
    new ImportDocument(session.out(), MissingDocument.of(job, store))
        .inviting(store.mailings().invited(job))
        .write(tally, List.of(), results, details, new DetailDocument(job, store.users().ids()))
        .ifPresent(session::say);
  }

  /** Prints an import as text. */
  void print(Job job, Tally tally) throws Exception {
    Session store = session.storeToRead();
    Results results =
        tally.withProblems() == 0
            ? new Results(store.jobs(), job, Optional.empty())
            : ImportArgument.results(job, session);
    new Summary(session.out(), session.outInk(), new CopiedCommands(session))
        .print(
            job,
            tally,
            job.format(),
            store.name(),
            Optional.empty(),
            ProblemDigest.of(results, examples(job, tally)),
            results.places());
    new MissingText(session.out(), session.outInk())
        .print(job, tally, store, session.command("imports missing " + job.id()));
    new InvitationText(session.out())
        .print(job, store, session.application().settings().missingForInvitations());
    session.out().println();
    Optional<Submission> submission = store.submitted().find(job);
    session
        .out()
        .println(
            job.id()
                + ", begun "
                + job.createdAt()
                + ", "
                + JobStatus.of(job, store)
                + submission.flatMap(Submission::node).map(name -> " (" + name + ")").orElse(""));
    submission.flatMap(Submission::trouble).ifPresent(reason -> printTrouble(job, tally, reason));
    if (!job.state().finished()) {
      session
          .out()
          .println(
              submission.isPresent() && job.state() != JobState.PAUSED
                  ? "A worker resumes it by itself; follow it with: "
                      + session.command("imports watch " + job.id())
                  : "Resume it with: " + resumeCommand(job, submission.isPresent()));
    } else if (tally.failed() > 0) {
      session
          .out()
          .println(
              "The failed records: "
                  + session.command(
                      "imports rejects " + job.id() + " " + ImportOutcome.rejectsName(job)));
    }
  }

  private ExampleValues examples(Job job, Tally tally) throws SettingsProblem, UsageProblem {
    return tally.failed() == 0
        ? ExampleValues.NONE
        : ExampleValues.of(session.storeToRead().jobs(), job, session.importsToRead().kept(job));
  }

  private String resumeCommand(Job job, boolean submitted) {
    return submitted
        ? session.command("imports resume " + job.id())
        : ImportFailure.resumeCommand(job, session);
  }

  private void printTrouble(Job job, Tally tally, String reason) {
    String failed = tally.total() == 0 ? "It was not imported: " : "The rest was not imported: ";
    String lead = job.state().finished() ? failed : "It will be tried again: ";
    session.out().println(lead + Printable.of(reason));
  }

  /** A sentence about an import that was submitted. */
  static String submitted(Job job) {
    return "Submitted "
        + Printable.of(job.source())
        + " as import "
        + job.id()
        + ": "
        + Numbers.count(job.records(), "record")
        + (job.records() == 1 ? " waits" : " wait")
        + " for a worker.";
  }

  /**
   * Tells remarks on an input before its import.
   *
   * @param lines receives them
   * @param detected whether the format was detected, so that it is told too
   * @param missing settings without which users get no mail
   */
  static void reading(
      Consumer<String> lines,
      InputFile file,
      SurveyedInput input,
      boolean detected,
      List<String> missing) {
    if (detected) {
      lines.accept("reading " + file.name() + " as " + input.description());
    }
    input.notes().forEach(note -> lines.accept("warning: " + note));
    if (input.dialect().invites() && !missing.isEmpty()) {
      lines.accept("warning: " + InvitationText.warning(missing));
    }
  }
}
