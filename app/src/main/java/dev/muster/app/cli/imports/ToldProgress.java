package dev.muster.app.cli.imports;

import dev.muster.app.cli.session.CliSession;
import dev.muster.app.cli.text.Numbers;
import dev.muster.app.cli.text.ProgressBar;
import dev.muster.app.cli.text.RuleChanges;
import dev.muster.app.format.Formats;
import dev.muster.app.format.SurveyedInput;
import dev.muster.app.format.input.InputFile;
import dev.muster.app.job.Job;
import dev.muster.app.job.run.ImportProgress;
import dev.muster.app.job.run.ProofResult;
import dev.muster.apply.StoreUnavailable;
import dev.muster.user.Realm;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tells the progress of an import on the terminal: a bar, and a line for each event. */
final class ToldProgress implements ImportProgress {

  private final CliSession session;
  private final ProgressBar bar;
  private final Remarks remarks;
  private volatile @Nullable Job begun;
  private @Nullable String doubtful;
  private long doneBefore;
  private boolean away;

  /**
   * What is said besides the progress.
   *
   * @param announced whether to print which format was detected
   * @param quiet whether only warnings are printed
   * @param missing settings without which new users get no mail
   * @param aboutInput receives remarks on the input
   * @param aboutEvents receives what happens to the import
   */
  record Remarks(
      boolean announced,
      boolean quiet,
      List<String> missing,
      HashRemarks hashes,
      Consumer<String> aboutInput,
      Consumer<String> aboutEvents) {}

  ToldProgress(CliSession session, ProgressBar bar, Remarks remarks) {
    this.session = session;
    this.bar = bar;
    this.remarks = remarks;
  }

  /** The import that has begun; null before that. */
  @Nullable Job begun() {
    return begun;
  }

  /** The name of a format that was only guessed; null if it is certain or not to be told. */
  @Nullable String doubtfulFormat() {
    return doubtful;
  }

  /** How many records an earlier attempt had done. */
  long doneBefore() {
    return doneBefore;
  }

  @Override
  public void recognised(Formats.Recognised format) {
    doubtful = remarks.announced ? format.doubtfulName() : null;
  }

  @Override
  public void surveyed(InputFile file, SurveyedInput input) {
    boolean told = remarks.announced && !remarks.quiet;
    ImportText.reading(remarks.aboutInput, file, input, told, remarks.missing);
  }

  @Override
  public void proved(SurveyedInput input, ProofResult result) {
    remarks.hashes.begin(input, result, remarks.quiet).forEach(remarks.aboutInput);
  }

  @Override
  public void surveying(InputFile input) {
    bar.surveying(input);
  }

  @Override
  public void changingRules(Realm before, Realm after) {
    say("realm " + after.name() + " changes its rules: " + RuleChanges.words(before, after));
  }

  @Override
  public void importing(Job job, long done) {
    begun = job;
    doneBefore = done;
    mentionUnfinished(job, done);
    bar.importing(job, done);
  }

  @Override
  public void keepsSettings(Job job, List<String> differences) {
    say(session.printed().settingsKept(job.id(), differences));
  }

  @Override
  public void done(long records) {
    if (away) {
      away = false;
      say("the directory is back, the import continues");
    }
    bar.done(records);
  }

  @Override
  public void decided(long records) {
    bar.decided(records);
  }

  @Override
  public void unchangedNotSkipped(String reason) {
    say("looking for unchanged records was given up: " + reason);
  }

  @Override
  public void waiting(StoreUnavailable reason) {
    if (!away) {
      away = true;
      say(reason.getMessage() + "; the import continues by itself when that is mended");
    }
  }

  private void mentionUnfinished(Job job, long done) {
    if (done > 0) {
      say("resuming import " + job.id() + " after " + Numbers.count(done, "record"));
      return;
    }
    if (job.path().isEmpty() || job.options().dryRun()) {
      return;
    }
    UnfinishedImport.like(job, session.knownStore())
        .ifPresent(
            other ->
                say(
                    "import "
                        + other.id()
                        + " of the same input is not finished; --resume goes on with it"));
  }

  private void say(String message) {
    remarks.aboutEvents.accept(message);
  }
}
