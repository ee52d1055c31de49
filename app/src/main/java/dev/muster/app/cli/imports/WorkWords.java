package dev.muster.app.cli.imports;

import dev.muster.app.cli.session.Failures;
import dev.muster.app.cli.text.Numbers;
import dev.muster.app.cli.text.RuleChanges;
import dev.muster.app.document.Printable;
import dev.muster.app.job.Job;
import dev.muster.app.job.JobState;
import dev.muster.app.worker.WorkEvents;
import dev.muster.report.Tally;
import dev.muster.user.Realm;
import java.io.PrintWriter;
import java.time.Duration;

/** Prints events of a worker as text, one a line. */
final class WorkWords implements WorkEvents {

  private final PrintWriter out;

  WorkWords(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void took(Job job, long done) {
    say(
        "took import "
            + job.id()
            + " ("
            + job.source()
            + ", "
            + Numbers.count(job.records(), "record")
            + ")"
            + (done > 0 ? " after " + Numbers.grouped(done) : ""));
  }

  @Override
  public void changingRules(Job job, Realm before, Realm after) {
    say(
        "realm "
            + after.name()
            + " changes its rules for import "
            + job.id()
            + ": "
            + RuleChanges.words(before, after));
  }

  @Override
  public void finished(Job job, Tally tally, Duration time) {
    say(
        (job.state() == JobState.FAILED ? "nothing kept of import " : "done with import ")
            + job.id()
            + ": "
            + Numbers.grouped(tally.inserted())
            + " inserted, "
            + Numbers.grouped(tally.updated())
            + " updated, "
            + Numbers.grouped(tally.skipped())
            + " skipped, "
            + Numbers.grouped(tally.failed())
            + " failed in "
            + Numbers.time(time));
  }

  @Override
  public void inputLost(Job job, Tally tally, Duration time, String reason) {
    say(
        "import "
            + job.id()
            + " has failed after "
            + Numbers.count(tally.total(), "record")
            + ": "
            + reason);
  }

  @Override
  public void handedOver(Job job, long done) {
    say("handed over import " + job.id() + " after " + Numbers.count(done, "record"));
  }

  @Override
  public void cancelled(Job job, long done) {
    say("cancelled import " + job.id() + " after " + Numbers.count(done, "record"));
  }

  @Override
  public void paused(Job job, long done) {
    say("paused import " + job.id() + " after " + Numbers.count(done, "record"));
  }

  @Override
  public void helped(Job job, long passwords) {
    say("hashed " + Numbers.count(passwords, "password") + " of import " + job.id());
  }

  @Override
  public void helpFailed(Job job, Throwable reason) {
    say("can't help with import " + job.id() + " for now: " + Failures.reason(reason));
  }

  @Override
  public void failed(String jobId, Throwable reason) {
    say("import " + jobId + " will be tried again: " + Failures.reason(reason));
  }

  @Override
  public void lost() {
    say("the database can't be reached; the worker keeps trying");
  }

  @Override
  public void found() {
    say("the database can be reached again; the worker waits for imports");
  }

  private synchronized void say(String line) {
    out.println("muster: " + Printable.of(line));
    out.flush();
  }
}
