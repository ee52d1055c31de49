package dev.muster.app.job.run;

import dev.muster.app.format.UsageProblem;
import dev.muster.app.job.Job;
import dev.muster.app.store.Session;
import dev.muster.apply.StoreUnavailable;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Holds a job's lock while this process runs the job. */
record JobClaim(Session session, StopSignal stop, ImportProgress progress) {

  /**
   * Locks a job and runs {@code work} with the job's current data.
   *
   * @throws UsageProblem if another process holds the job or has finished it
   */
  FinishedImport during(Job job, Work work) throws UsageProblem, Interrupted, ImportBroken {
    Optional<Closeable> claim = claim(job);
    if (claim.isEmpty()) {
      throw new UsageProblem(
          "import " + job.id() + " is running in another process; wait for it, or stop that one");
    }
    try {
      Job now = reread(job);
      ResumeRules.refuseFinished(now);
      return work.carryOut(now);
    } finally {
      release(claim.get());
    }
  }

  private Optional<Closeable> claim(Job job) throws Interrupted, ImportBroken {
    try {
      return new RetryPolicy(stop, progress).insist(() -> session.hold(job.number()));
    } catch (Stopped e) {
      throw new Interrupted(job);
    } catch (StoreUnavailable e) {
      throw new ImportBroken(job, e);
    }
  }

  private Job reread(Job job) throws UsageProblem, Interrupted, ImportBroken {
    try {
      return new RetryPolicy(stop, progress)
          .insist(() -> session.jobs().find(job.id()))
          .orElseThrow(
              () -> new UsageProblem("import " + job.id() + " was deleted in the meantime"));
    } catch (Stopped e) {
      throw new Interrupted(job);
    } catch (StoreUnavailable e) {
      throw new ImportBroken(job, e);
    }
  }

  private static void release(Closeable claim) {
    try {
      claim.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs a locked job. */
  interface Work {
    FinishedImport carryOut(Job job) throws Interrupted, ImportBroken;
  }
}
