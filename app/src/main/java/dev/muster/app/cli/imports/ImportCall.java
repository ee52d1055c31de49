package dev.muster.app.cli.imports;

import dev.muster.app.cli.session.CliSession;
import dev.muster.app.cli.session.ExitStatus;
import dev.muster.app.cli.session.ImportFailure;
import dev.muster.app.cli.session.Interrupts;
import dev.muster.app.cli.session.OutputLost;
import dev.muster.app.cli.text.ProgressBar;
import dev.muster.app.cli.text.Summary.Pace;
import dev.muster.app.document.ImportDocument;
import dev.muster.app.document.Printable;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.format.input.InputFile;
import dev.muster.app.format.input.InputLimits;
import dev.muster.app.job.Job;
import dev.muster.app.job.restauth.RestAuthLog;
import dev.muster.app.job.run.FinishedImport;
import dev.muster.app.job.run.ImportProgress;
import dev.muster.app.job.run.Imports;
import dev.muster.app.job.run.Proof;
import dev.muster.app.job.run.StopSignal;
import dev.muster.app.job.run.Submissions;
import dev.muster.app.settings.SettingsProblem;
import dev.muster.problem.InputRefused;
import dev.muster.report.Tally;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs one import from the command line, with progress display, interrupts and report. */
final class ImportCall {

  private final CliSession session;
  private final ReportOptions options;
  private final StopSignal stop = new StopSignal();
  private final ProgressBar bar;
  private final long begunNanos = System.nanoTime();
  private final InputSpool spool;
  private final HashRemarks hashes = new HashRemarks();
  private volatile @Nullable ToldProgress progress;

  ImportCall(CliSession session, ReportOptions options) {
    this.session = session;
    this.options = options;
    this.spool = new InputSpool(session);
    this.bar =
        new ProgressBar(
            session.err(),
            session.around().errTerminal() && !options.quiet.isGiven(),
            session.around().columns());
  }

  /** Runs the import and prints its report; returns the exit status. */
  int run(Work<FinishedImport> work) throws Exception {
    return told(
        () -> {
          FinishedImport finished = listening(() -> work.by(this));
          ToldProgress told = progress;
          progress = null; // there is nothing left to resume
          Duration took = Duration.ofNanos(System.nanoTime() - begunNanos);
          long doneBefore = told == null ? 0 : told.doneBefore();
          Pace pace = new Pace(finished.tally().total() - doneBefore, took);
          return new ImportOutcome(session, options, hashes).tell(finished, pace);
        });
  }

  /** Leaves an import to workers and prints the given words; returns the exit status. */
  int submit(Work<Job> work, BiFunction<Job, Tally, String> words) throws Exception {
    return told(
        () -> {
          Job job = listening(() -> work.by(this));
          Tally tally = session.store().jobs().tally(job);
          if (options.json) {
            new ImportDocument(session.out()).writePending(job, tally);
          } else if (!options.quiet.isGiven()) {
            session.out().println(words.apply(job, tally));
            session.out().println();
            session.out().println("Next: " + session.command("imports watch " + job.id()));
          }
          return ExitStatus.OK;
        });
  }

  private int told(Callable<Integer> work) throws Exception {
    try {
      return work.call();
    } catch (OutputLost e) {
      throw e;
    } catch (Exception e) {
      ToldProgress shown = progress;
      String doubtful = shown == null ? null : shown.doubtfulFormat();
      if (e instanceof InputRefused refused && doubtful != null && !Proof.failed(refused)) {
        session.say("the input looks like " + doubtful + "; if it is not, name it with --format");
      }
      if (options.json) {
        new ImportFailureDocument(session).write(e);
      }
      mentionResumption(e);
      throw e;
    } catch (OutOfMemoryError e) {
      mentionResumption(e);
      throw e;
    } finally {
      spool.discard();
    }
  }

  /** Runs the import without printing a report. */
  FinishedImport carryOut(Work<FinishedImport> work) throws Exception {
    try {
      FinishedImport finished = listening(() -> work.by(this));
      progress = null; // there is nothing left to resume
      return finished;
    } catch (Exception | OutOfMemoryError e) {
      mentionResumption(e);
      throw e;
    } finally {
      spool.discard();
    }
  }

  /** Prints the command to resume, after an unexpected error whose message doesn't contain it. */
  private void mentionResumption(Throwable e) {
    Job job = begun();
    if (job != null && (e instanceof RuntimeException || e instanceof Error)) {
      session.say(ImportFailure.sentence(job, session));
    }
  }

  private <T> T listening(Callable<T> work) throws Exception {
    Interrupts.Listening listening = session.around().interrupts().listen(this::interrupted);
    session.sayBy(this::say);
    try {
      return session.output().whileWorking(work);
    } finally {
      session.sayItself();
      listening.close();
      bar.close();
    }
  }

  /**
   * The input. A stream is copied to a temporary file, which is deleted at the end of this call.
   *
   * @param path null for standard input
   */
  InputFile input(@Nullable Path path, InputLimits limits) throws InputRefused, UsageProblem {
    return spool.input(path, limits);
  }

  Imports imports() throws SettingsProblem, UsageProblem {
    return imports(RestAuthLog.NONE);
  }

  /**
   * Starts and resumes imports.
   *
   * @param restAuth receives the messages about entries of a RestAuth document
   */
  Imports imports(RestAuthLog restAuth) throws SettingsProblem, UsageProblem {
    return session.imports(stop, restAuth);
  }

  Submissions submissions() throws SettingsProblem, UsageProblem {
    return session.application().submissions(session.store());
  }

  /**
   * Shows the progress of the import.
   *
   * @param announced whether to print which format was detected
   */
  ImportProgress progress(boolean announced) throws SettingsProblem {
    return progress(announced, this::say);
  }

  /** Shows the progress of the import, without remarks on its input. */
  ImportProgress progressWithoutRemarks() throws SettingsProblem {
    return progress(false, remark -> {});
  }

  private ImportProgress progress(boolean announced, Consumer<String> remarks)
      throws SettingsProblem {
    List<String> missing = session.application().settings().missingForInvitations();
    ToldProgress told =
        new ToldProgress(
            session,
            bar,
            new ToldProgress.Remarks(
                announced, options.quiet.isGiven(), missing, hashes, remarks, this::say));
    progress = told;
    return told;
  }

  /** The import under way; null if none has begun. */
  private @Nullable Job begun() {
    ToldProgress told = progress;
    return told == null ? null : told.begun();
  }

  private boolean interrupted() {
    stop.raise();
    if (begun() != null) {
      say("stopping as soon as the records under way are done; Ctrl-C again stops at once");
      return true;
    }
    bar.close();
    spool.discard();
    say("interrupted before anything was imported");
    return false;
  }

  private void say(String message) {
    bar.say("muster: " + Printable.of(message));
  }

  /** Starts, resumes or submits an import. */
  interface Work<T> {
    T by(ImportCall call) throws Exception;
  }
}
