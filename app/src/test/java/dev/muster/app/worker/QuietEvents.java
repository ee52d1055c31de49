package dev.muster.app.worker;

import dev.muster.app.job.Job;
import dev.muster.report.Tally;
import dev.muster.user.Realm;
import java.time.Duration;

/** Hears what a worker does, and says nothing. */
public final class QuietEvents implements WorkEvents {

  @Override
  public void took(Job job, long done) {}

  @Override
  public void changingRules(Job job, Realm before, Realm after) {}

  @Override
  public void finished(Job job, Tally tally, Duration time) {}

  @Override
  public void inputLost(Job job, Tally tally, Duration time, String reason) {}

  @Override
  public void handedOver(Job job, long done) {}

  @Override
  public void cancelled(Job job, long done) {}

  @Override
  public void paused(Job job, long done) {}

  @Override
  public void helped(Job job, long passwords) {}

  @Override
  public void helpFailed(Job job, Throwable reason) {}

  @Override
  public void failed(String jobId, Throwable reason) {}
}
