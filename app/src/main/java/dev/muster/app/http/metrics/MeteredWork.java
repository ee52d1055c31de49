package dev.muster.app.http.metrics;

import dev.muster.app.job.Job;
import dev.muster.app.worker.WorkEvents;
import dev.muster.report.Tally;
import dev.muster.user.Realm;
import java.time.Duration;

/** Counts what a worker does, and passes it on. Thread-safe if the other listener is. */
public final class MeteredWork implements WorkEvents {

  private final WorkEvents events;
  private final ServerMetrics metrics;

  public MeteredWork(WorkEvents events, ServerMetrics metrics) {
    this.events = events;
    this.metrics = metrics;
  }

  @Override
  public void took(Job job, long done) {
    events.took(job, done);
  }

  @Override
  public void changingRules(Job job, Realm before, Realm after) {
    events.changingRules(job, before, after);
  }

  @Override
  public void chunkTook(Job job, Duration time) {
    metrics.chunkTook(job.format(), time);
    events.chunkTook(job, time);
  }

  @Override
  public void finished(Job job, Tally tally, Duration time) {
    metrics.finished(job, tally, time);
    events.finished(job, tally, time);
  }

  @Override
  public void inputLost(Job job, Tally tally, Duration time, String reason) {
    metrics.finished(job, tally, time);
    events.inputLost(job, tally, time, reason);
  }

  @Override
  public void handedOver(Job job, long done) {
    events.handedOver(job, done);
  }

  @Override
  public void cancelled(Job job, long done) {
    events.cancelled(job, done);
  }

  @Override
  public void paused(Job job, long done) {
    events.paused(job, done);
  }

  @Override
  public void helped(Job job, long passwords) {
    events.helped(job, passwords);
  }

  @Override
  public void helpFailed(Job job, Throwable reason) {
    events.helpFailed(job, reason);
  }

  @Override
  public void failed(String jobId, Throwable reason) {
    metrics.interrupted();
    events.failed(jobId, reason);
  }
}
