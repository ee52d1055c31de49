package dev.muster.app.cli;

import dev.muster.app.format.InputFile;
import dev.muster.app.format.InputLimits;
import dev.muster.app.format.SurveyedInput;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.job.FinishedImport;
import dev.muster.app.job.ImportBroken;
import dev.muster.app.job.ImportProgress;
import dev.muster.app.job.Imports;
import dev.muster.app.job.Interrupted;
import dev.muster.app.job.RestAuthLog;
import dev.muster.app.job.StopSignal;
import dev.muster.app.joblog.Job;
import dev.muster.app.report.Figures;
import dev.muster.app.report.ImportDocument;
import dev.muster.app.report.ImportDocument.Trouble;
import dev.muster.app.report.Printable;
import dev.muster.app.report.ProgressBar;
import dev.muster.app.report.Summary.Pace;
import dev.muster.app.report.WatchedFormat;
import dev.muster.app.settings.SettingsProblem;
import dev.muster.apply.StoreUnavailable;
import dev.muster.problem.InputRefused;
import dev.muster.problem.ProblemCode;
import dev.muster.report.Tally;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One import that is started or resumed from the command line: progress, interrupts, report. */
final class ImportCall implements AutoCloseable {

  private final Session session;
  private final StopSignal stop = new StopSignal();
  private final ProgressBar bar;
  private final long begunNanos = System.nanoTime();
  private volatile @Nullable Job begun;
  private volatile @Nullable InputFile spooled;
  private @Nullable String recognised;
  private long doneBefore;

  ImportCall(Session session) {
    this.session = session;
    this.bar =
        new ProgressBar(session.err(), session.around().errTerminal(), session.around().columns());
  }

  /** Does the import and reports it; the exit status. */
  int run(ReportOptions options, Start start) throws Exception {
    try {
      FinishedImport finished = carryOut(start);
      Duration took = Duration.ofNanos(System.nanoTime() - begunNanos);
      Pace pace = new Pace(finished.tally().total() - doneBefore, took);
      return new ImportOutcome(session, options).tell(finished, pace);
    } catch (Exception e) {
      if (e instanceof InputRefused refused && recognised != null && !isProof(refused)) {
        session.say("the input looks like " + recognised + "; if it is not, say so with --format");
      }
      if (options.json) {
        writeDocument(e);
      }
      throw e;
    } finally {
      close();
    }
  }

  /** The input was understood all right. */
  private static boolean isProof(InputRefused refused) {
    return refused.problems().stream()
        .allMatch(problem -> problem.code() == ProblemCode.PROOF_FAILED);
  }

  /** Does the import; what it did is for the caller to tell. */
  FinishedImport carryOut(Start start) throws Exception {
    try {
      FinishedImport finished = listening(start);
      begun = null; // there is nothing left to resume
      return finished;
    } catch (Exception | OutOfMemoryError e) {
      mentionResumption(e);
      throw e;
    }
  }

  /** Where the import itself could not tell, because nobody expected this. */
  private void mentionResumption(Throwable e) {
    Job job = begun;
    if (job != null && (e instanceof RuntimeException || e instanceof Error)) {
      session.say(BrokenOff.sentence(job, session));
    }
  }

  private FinishedImport listening(Start start) throws Exception {
    Interrupts.Listening listening = session.around().interrupts().listen(this::interrupted);
    try {
      return start.start(this);
    } finally {
      listening.close();
      bar.close();
    }
  }

  /**
   * What to import. A stream is kept in a file until the end of this call.
   *
   * @param path null for standard input
   */
  InputFile input(@Nullable Path path, InputLimits limits) throws InputRefused, UsageProblem {
    if (path == null) {
      return spool(session.around().in(), "standard input", limits);
    }
    if (!InputFile.isStream(path)) {
      return InputFile.at(path, limits);
    }
    try (InputStream in = Files.newInputStream(path)) {
      return spool(in, path.toString(), limits);
    } catch (IOException e) {
      throw new UsageProblem(path + " can't be read: " + Failures.cause(e));
    }
  }

  private InputFile spool(InputStream in, String name, InputLimits limits) throws UsageProblem {
    try {
      InputFile input = InputFile.spool(in, name, limits);
      spooled = input;
      return input;
    } catch (IOException e) {
      throw new UsageProblem(
          name
              + " can't be kept in a temporary file ("
              + Failures.cause(e)
              + "): make room in "
              + System.getProperty("java.io.tmpdir")
              + ", or name a file");
    }
  }

  /**
   * The door to imports.
   *
   * @param announced whether to say which format was recognised
   */
  Imports imports(boolean announced) throws SettingsProblem, UsageProblem {
    return session
        .wiring()
        .imports(stop, announced ? new Announcement() : WatchedFormat.Watcher.NONE);
  }

  /** Follows the import. */
  ImportProgress progress() {
    return progress(RestAuthLog.NONE);
  }

  /**
   * Follows the import.
   *
   * @param restAuth hears about the entries of a RestAuth document
   */
  ImportProgress progress(RestAuthLog restAuth) {
    return new ImportProgress() {
      private boolean away;

      @Override
      public RestAuthLog restAuth() {
        return restAuth;
      }

      @Override
      public void surveying(InputFile input) {
        bar.surveying(input);
      }

      @Override
      public void importing(Job job, long done) {
        begun = job;
        doneBefore = done;
        mentionUnfinished(job, done);
        bar.importing(job, done);
      }

      @Override
      public void done(long records) {
        if (away) {
          away = false;
          say("the directory is back, the import goes on");
        }
        bar.done(records);
      }

      @Override
      public void waiting(StoreUnavailable reason) {
        if (!away) {
          away = true;
          say(reason.getMessage() + "; the import goes on by itself when that is mended");
        }
      }
    };
  }

  private void mentionUnfinished(Job job, long done) {
    if (done > 0) {
      say("going on with import " + job.id() + " after " + Figures.count(done, "record"));
      return;
    }
    if (job.path().isEmpty() || job.options().dryRun()) {
      return;
    }
    session.knownStore().jobs().all().stream()
        .filter(other -> !other.state().finished() && other.number() < job.number())
        .filter(other -> other.digest().equals(job.digest()) && other.realm().equals(job.realm()))
        .filter(other -> other.options().equals(job.options()))
        .findFirst()
        .ifPresent(
            other ->
                say(
                    "import "
                        + other.id()
                        + " of the same input is not finished; to go on with it instead of"
                        + " beginning anew, use --resume"));
  }

  private boolean interrupted() {
    stop.raise();
    if (begun != null) {
      say("stopping as soon as the records under way are done; Ctrl-C again stops at once");
      return true;
    }
    bar.close();
    discardSpool();
    say("interrupted before anything was imported");
    return false;
  }

  private void say(String message) {
    bar.say("muster: " + Printable.of(message));
  }

  /** Lets go of what was kept of a stream. */
  @Override
  public void close() {
    discardSpool();
  }

  private void discardSpool() {
    InputFile input = spooled;
    if (input != null) {
      try {
        input.close();
      } catch (IOException e) {
        session.say(input.path() + " can't be removed, do it by hand: " + e.getMessage());
      }
    }
  }

  private void writeDocument(Exception e) throws IOException {
    ImportDocument document = new ImportDocument(session.out());
    if (e instanceof Interrupted interrupted) {
      brokenOff(document, interrupted.job(), "interrupted", e);
    } else if (e instanceof ImportBroken broken) {
      brokenOff(document, broken.job(), "store-unavailable", broken);
    } else if (e instanceof InputRefused refused) {
      document.writeRefusal(refused.problems().stream().map(Trouble::of).toList());
    } else if (e instanceof UsageProblem || e instanceof SettingsProblem) {
      document.writeRefusal(List.of(Trouble.of("usage", String.valueOf(e.getMessage()))));
    } else {
      String code = e instanceof StoreUnavailable ? "store-unavailable" : "internal-error";
      document.writeRefusal(List.of(Trouble.of(code, Failures.reason(e))));
    }
  }

  private void brokenOff(ImportDocument document, Job job, String code, Exception e)
      throws IOException {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    document.writeBrokenOff(
        job,
        "interrupted",
        BrokenOff.tally(job, session).orElse(Tally.ZERO),
        Trouble.of(code, Failures.reason(cause)));
  }

  /** What starts an import. */
  interface Start {
    FinishedImport start(ImportCall call) throws Exception;
  }

  /** Says how an input was understood, since nobody told. */
  private final class Announcement implements WatchedFormat.Watcher {

    @Override
    public void chosen(String format) {
      recognised = format;
    }

    @Override
    public void surveyed(InputFile input, SurveyedInput surveyed) {
      say("reading " + input.name() + " as " + surveyed.description());
    }
  }
}
