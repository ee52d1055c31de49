package dev.muster.app.cli.imports;

import dev.muster.app.cli.session.Failures;
import dev.muster.app.cli.text.RuleChanges;
import dev.muster.app.job.Job;
import dev.muster.app.job.TallySummary;
import dev.muster.app.json.JsonText;
import dev.muster.app.worker.WorkEvents;
import dev.muster.report.Tally;
import dev.muster.user.Realm;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.io.PrintWriter;
import java.time.Duration;

/**
 * Prints events of a worker as JSON documents, one a line:
 *
 * <pre>
 * {"event":"took","node":"a","id":"imp_…","records":100,"done":0}
 * {"event":"finished","node":"a","id":"imp_…","status":"completed","summary":{…},"milliseconds":41}
 * </pre>
 */
final class WorkLines implements WorkEvents {

  private final PrintWriter out;
  private final String node;

  WorkLines(PrintWriter out, String node) {
    this.out = out;
    this.node = node;
  }

  @Override
  public void took(Job job, long done) {
    write(event("took", job.id()).append("records", Value.of(job.records())), done);
  }

  @Override
  public void changingRules(Job job, Realm before, Realm after) {
    write(
        event("changing_rules", job.id())
            .append("realm", Value.of(after.name()))
            .append("message", Value.of(RuleChanges.words(before, after))));
  }

  @Override
  public void finished(Job job, Tally tally, Duration time) {
    write(
        event("finished", job.id())
            .append("status", Value.of(job.state().wireName()))
            .append("summary", TallySummary.of(tally))
            .append("milliseconds", Value.of(time.toMillis())));
  }

  @Override
  public void inputLost(Job job, Tally tally, Duration time, String reason) {
    write(
        event("finished", job.id())
            .append("status", Value.of(job.state().wireName()))
            .append("summary", TallySummary.of(tally))
            .append("milliseconds", Value.of(time.toMillis()))
            .append("message", Value.of(reason)));
  }

  @Override
  public void handedOver(Job job, long done) {
    write(event("handed_over", job.id()), done);
  }

  @Override
  public void cancelled(Job job, long done) {
    write(event("cancelled", job.id()), done);
  }

  @Override
  public void paused(Job job, long done) {
    write(event("paused", job.id()), done);
  }

  @Override
  public void helped(Job job, long passwords) {
    write(event("helped", job.id()).append("passwords", Value.of(passwords)));
  }

  @Override
  public void helpFailed(Job job, Throwable reason) {
    write(event("help_failed", job.id()).append("message", Value.of(Failures.reason(reason))));
  }

  @Override
  public void failed(String jobId, Throwable reason) {
    write(event("failed", jobId).append("message", Value.of(Failures.reason(reason))));
  }

  @Override
  public void lost() {
    write(event("database_lost"));
  }

  @Override
  public void found() {
    write(event("database_found"));
  }

  private Struct.Builder event(String name) {
    return new Struct.Builder().append("event", Value.of(name)).append("node", Value.of(node));
  }

  private Struct.Builder event(String name, String id) {
    return event(name).append("id", Value.of(id));
  }

  private void write(Struct.Builder event, long done) {
    write(event.append("done", Value.of(done)));
  }

  private synchronized void write(Struct.Builder event) {
    out.println(JsonText.of(event.build()));
    out.flush();
  }
}
