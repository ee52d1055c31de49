package dev.muster.app.worker;

import dev.muster.app.format.UsageProblem;
import dev.muster.app.job.Job;
import dev.muster.app.job.JobState;
import dev.muster.app.job.run.FinishedImport;
import dev.muster.app.job.run.ImportBroken;
import dev.muster.app.job.run.ImportProgress;
import dev.muster.app.job.run.Imports;
import dev.muster.app.job.run.InputLost;
import dev.muster.app.job.run.Interrupted;
import dev.muster.app.job.run.StopSignal;
import dev.muster.app.store.ImportQueue.End;
import dev.muster.app.store.Session;
import dev.muster.app.store.Submission;
import dev.muster.app.store.SubmittedImports;
import dev.muster.app.upload.run.Outdated;
import dev.muster.app.upload.run.ReportStart;
import dev.muster.apply.StoreUnavailable;
import dev.muster.problem.InputProblem;
import dev.muster.problem.InputRefused;
import dev.muster.problem.ProblemCode;
import dev.muster.user.Realm;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Runs one submitted import on this node, until it is finished or has to stop. */
final class WorkedImport {

  private final Session store;
  private final SubmittedImports submitted;
  private final Imports imports;
  private final StopSignal stop;
  private final String node;
  private final WorkEvents events;

  /**
   * Prepares to run an import.
   *
   * @param store a session for this import alone
   * @param imports the imports of {@code store}, which {@code stop} stops
   */
  WorkedImport(Session store, Imports imports, StopSignal stop, String node, WorkEvents events) {
    this.store = store;
    this.submitted = store.submitted();
    this.imports = imports;
    this.stop = stop;
    this.node = node;
    this.events = events;
  }

  /**
   * Starts or resumes a job.
   *
   * @throws WorkFailed if it should be retried later
   */
  End carryOut(Job job) throws IOException {
    Optional<Closeable> hold = store.hold(job.number());
    if (hold.isEmpty()) {
      return End.HELD; // a node that was considered dead still runs it, or it is being cancelled
    }
    Closeable held = hold.get();
    try (held) {
      Optional<Job> now = store.jobs().find(job.id());
      return now.isPresent() ? carryOutHeld(now.get()) : End.OVER; // else it was just deleted
    }
  }

  private End carryOutHeld(Job job) {
    if (job.state().finished()) {
      submitted.hashes().ifPresent(hashes -> hashes.forget(job));
      return End.OVER;
    }
    if (isCancelled(job)) {
      return cancelled(job);
    }
    if (job.state() == JobState.PAUSED) {
      return End.OVER;
    }
    Optional<Outdated> outdated = ReportStart.begin(store, job);
    if (outdated.isPresent()) {
      imports.fail(job, outdated.get().forAll().message());
      submitted.changed(job);
      return End.OVER;
    }
    events.took(job, done(job));
    long begunNanos = System.nanoTime();
    try {
      FinishedImport finished = imports.carryOut(imports.take(job, node), new Watching(job));
      submitted.hashes().ifPresent(hashes -> hashes.forget(job));
      Duration time = Duration.ofNanos(System.nanoTime() - begunNanos);
      events.finished(finished.job(), finished.tally(), time);
      return End.OVER;
    } catch (Interrupted e) {
      return stopped(e.job());
    } catch (InputLost e) {
      return inputLost(job, e, begunNanos);
    } catch (InputRefused e) {
      if (isUnread(job) && e.problems().stream().noneMatch(WorkedImport::isOfMachine)) {
        return refused(job, e);
      }
      submitted.givenBack(job, reason(e));
      throw new WorkFailed(e);
    } catch (UsageProblem | ImportBroken e) {
      submitted.givenBack(job, reason(e));
      throw new WorkFailed(e);
    }
  }

  /** The import has failed, because no later attempt can read its input. */
  private End inputLost(Job job, InputLost reason, long begunNanos) {
    Job failed = imports.fail(job, String.valueOf(reason.getMessage()));
    submitted.hashes().ifPresent(hashes -> hashes.forget(job));
    Duration time = Duration.ofNanos(System.nanoTime() - begunNanos);
    events.inputLost(failed, store.jobs().tally(job), time, String.valueOf(reason.getMessage()));
    return End.OVER;
  }

  /** Whether nobody has read the input since it was uploaded. */
  private boolean isUnread(Job job) {
    return job.provenance().report().isPresent() && store.jobs().chunksDone(job) == 0;
  }

  /** Whether a problem may be one of this machine, such as a full disk or a missing pepper. */
  private static boolean isOfMachine(InputProblem problem) {
    return problem.code() == ProblemCode.UNREADABLE_INPUT
        || problem.code() == ProblemCode.MISSING_PEPPER;
  }

  /** The report has failed, because nothing of the file can be imported. */
  private End refused(Job job, InputRefused reason) {
    imports.fail(job, String.valueOf(reason.getMessage()));
    submitted.hashes().ifPresent(hashes -> hashes.forget(job));
    submitted.changed(job);
    return End.OVER;
  }

  private End stopped(Job job) {
    if (isCancelled(job)) {
      return cancelled(job);
    }
    if (job.state() == JobState.PAUSED) {
      return paused(job);
    }
    return handedOver(job);
  }

  private boolean isCancelled(Job job) {
    return submitted.find(job).map(Submission::cancelled).orElse(false);
  }

  private End cancelled(Job job) {
    imports.cancel(job);
    submitted.hashes().ifPresent(hashes -> hashes.forget(job));
    submitted.changed(job);
    events.cancelled(job, done(job));
    return End.OVER;
  }

  /** What was hashed of its passwords is kept. */
  private End paused(Job job) {
    submitted.hashes().ifPresent(hashes -> hashes.end(job));
    submitted.changed(job);
    events.paused(job, done(job));
    return End.OVER;
  }

  private End handedOver(Job job) {
    submitted.changed(job);
    events.handedOver(job, done(job));
    return End.HANDED_OVER;
  }

  private long done(Job job) {
    return store.jobs().tally(job).total();
  }

  private static String reason(Exception e) {
    return e.getCause() instanceof StoreUnavailable away
        ? away.getMessage() + ". " + away.remedy()
        : String.valueOf(e.getMessage());
  }

  /**
   * Stops an import when the database can't be reached: the lock on the job is lost with the
   * connection, so another node may have taken the job before this one is connected again.
   */
  private final class Watching implements ImportProgress {

    private final Job job;

    Watching(Job job) {
      this.job = job;
    }

    @Override
    public void changingRules(Realm before, Realm after) {
      events.changingRules(job, before, after);
    }

    @Override
    public void chunkTook(Duration time) {
      events.chunkTook(job, time);
    }

    @Override
    public void waiting(StoreUnavailable reason) {
      stop.raise();
    }
  }
}
