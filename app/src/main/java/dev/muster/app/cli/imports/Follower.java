package dev.muster.app.cli.imports;

import dev.muster.app.cli.text.Numbers;
import dev.muster.app.cli.text.ProgressBar;
import dev.muster.app.document.Printable;
import dev.muster.app.job.Job;
import dev.muster.app.job.JobState;
import dev.muster.app.store.Session;
import dev.muster.app.store.Submission;
import dev.muster.report.Tally;
import java.io.IOException;
import java.util.Optional;

/** Reports the progress of an import that another process runs. */
final class Follower {

  private static final long LINE_NANOS = 2_000_000_000L;

  private final Session store;
  private final ProgressBar bar;
  private final boolean terminal;
  private String said = "";
  private boolean begun;
  private long done;
  private long linedNanos = System.nanoTime();

  /**
   * Reports by a progress bar.
   *
   * @param terminal whether the bar is shown; otherwise a line is printed every few seconds
   */
  Follower(Session store, ProgressBar bar, boolean terminal) {
    this.store = store;
    this.bar = bar;
    this.terminal = terminal;
  }

  /** Reports the state of a job; false if there is nothing more to wait for. */
  boolean goesOn(Job job) throws IOException {
    Tally tally = store.jobs().tally(job);
    Optional<Submission> submission = store.submitted().find(job);
    if (job.state().finished()) {
      return false;
    }
    submission.ifPresent(known -> sayOnce(job, words(job, known)));
    progress(job, tally.total());
    return submission.isPresent() || JobStatus.of(job, store).equals("running");
  }

  private static String words(Job job, Submission submission) {
    if (submission.trouble().isPresent()) {
      return "will be tried again: " + submission.trouble().get();
    }
    String node = submission.node().orElse("");
    return switch (job.state()) {
      case PENDING -> node.isEmpty() ? "waits for a worker" : node + " begins";
      case INTERRUPTED -> node + " has handed it over; it waits for a worker";
      case PAUSED -> "is paused";
      case RUNNING, CANCELLED, COMPLETED, FAILED ->
          submission
              .hashing()
              .map(nodes -> "passwords are hashed by " + (nodes.isEmpty() ? node : nodes))
              .orElse(node + " is working on it");
    };
  }

  private void progress(Job job, long records) {
    if (!begun && job.state() == JobState.RUNNING) {
      begun = true;
      done = records;
      bar.importing(job, records);
    }
    bar.done(records);
    if (!terminal && records > done && System.nanoTime() - linedNanos > LINE_NANOS) {
      linedNanos = System.nanoTime();
      say(
          job,
          Numbers.grouped(records) + " of " + Numbers.count(job.records(), "record") + " are done");
    }
  }

  private void sayOnce(Job job, String words) {
    if (!words.equals(said)) {
      said = words;
      say(job, words);
    }
  }

  private void say(Job job, String words) {
    bar.say("muster: import " + job.id() + ": " + Printable.of(words));
  }
}
