package dev.muster.app.job;

import dev.muster.app.format.InputFile;
import dev.muster.app.joblog.Job;
import dev.muster.apply.StoreUnavailable;

/** Follows an import for a test that wants to know some of it. */
class Progress implements ImportProgress {

  @Override
  public void surveying(InputFile input) {}

  @Override
  public void importing(Job job, long done) {}

  @Override
  public void done(long records) {}

  @Override
  public void waiting(StoreUnavailable reason) {}
}
