package dev.muster.app.job.run;

import dev.muster.app.job.Job;
import dev.muster.app.job.JobState;
import dev.muster.app.job.StopRequest;
import dev.muster.app.journal.Actor;
import dev.muster.app.journal.JournalAction;
import dev.muster.app.store.Session;
import dev.muster.report.Tally;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.time.Instant;
import java.util.Optional;

/** Writes journal entries about imports, in the transaction of the recorded change. */
final class ImportEntries {

  private ImportEntries() {}

  /** A job was created, to be run by this process or by a worker. */
  static void created(Session store, Job job) {
    JournalAction action =
        job.state() == JobState.PENDING
            ? JournalAction.IMPORT_SUBMITTED
            : JournalAction.IMPORT_BEGUN;
    add(store, job.createdAt(), job.provenance().actor(), action, job, about(job).build());
  }

  /** A job was completed, or failed as a whole. */
  static void finished(Session store, Job job, JobState state, Tally tally, Instant at) {
    Struct.Builder detail =
        about(job)
            .append("status", Value.of(state.wireName()))
            .append("inserted", Value.of(tally.inserted()))
            .append("updated", Value.of(tally.updated()))
            .append("skipped", Value.of(tally.skipped()))
            .append("failed", Value.of(tally.failed()));
    if (job.options().missing().isPresent()) {
      store
          .jobs()
          .missing()
          .find(job.number())
          .ifPresent(result -> detail.append("missing", result.toStruct()));
    }
    add(store, at, job.provenance().actor(), JournalAction.IMPORT_FINISHED, job, detail.build());
  }

  /** A job was stopped on request. */
  static void stopped(Session store, Actor actor, Job job, StopRequest request, Instant at) {
    JournalAction action =
        request == StopRequest.CANCEL
            ? JournalAction.IMPORT_CANCELLED
            : JournalAction.IMPORT_PAUSED;
    long done = store.jobs().tally(job).total();
    add(store, at, actor, action, job, Struct.of("done", Value.of(done)));
  }

  /** A stop was requested from the process that runs a job. */
  static void stopRequested(Session store, Actor actor, Job job, StopRequest request, Instant at) {
    Struct detail = Struct.of("wanted", Value.of(request.wireName()));
    add(store, at, actor, JournalAction.IMPORT_STOP_REQUESTED, job, detail);
  }

  /** A job that was paused, or was to be, goes on. */
  static void resumed(Session store, Actor actor, Job job, Instant at) {
    long done = store.jobs().tally(job).total();
    Struct detail = Struct.of("done", Value.of(done));
    add(store, at, actor, JournalAction.IMPORT_RESUMED, job, detail);
  }

  /** A job's input, rejects and results are being deleted. */
  static void deleted(Session store, Actor actor, Job job, Instant at) {
    Struct detail = about(job).append("status", Value.of(job.state().wireName())).build();
    add(store, at, actor, JournalAction.IMPORT_DELETED, job, detail);
  }

  private static Struct.Builder about(Job job) {
    return new Struct.Builder()
        .append("realm", Value.of(job.realm()))
        .append("source", Value.of(job.source()))
        .append("records", Value.of(job.records()))
        .append("dry_run", Value.of(job.options().dryRun()));
  }

  private static void add(
      Session store, Instant at, Actor actor, JournalAction action, Job job, Struct detail) {
    store.journal().add(at, actor, action, job.id(), Optional.of(job.id()), detail);
  }
}
