package dev.muster.app.http.auth0;

import dev.muster.app.job.Job;
import dev.muster.app.job.JobState;
import dev.muster.report.Tally;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** An import as a job of Auth0's API. */
final class JobDocument {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final int ALL_PERCENT = 100;

  private JobDocument() {}

  /** A job that was just accepted, whatever has become of it already. */
  static Struct accepted(Job job, String connectionId) {
    return head(job, "pending", Optional.of(connectionId)).build();
  }

  /**
   * A job as it stands.
   *
   * @param connectionId empty if its realm is gone
   * @param reason why its input can't be imported; empty if it can
   */
  static Struct of(
      Job job, Optional<String> connectionId, Tally tally, Optional<String> reason, Instant now) {
    Struct.Builder members = head(job, status(job.state()), connectionId);
    switch (job.state()) {
      case PENDING -> {}
      case RUNNING, INTERRUPTED, PAUSED -> progress(members, job, tally, now);
      case COMPLETED -> members.append("summary", summary(tally));
      case FAILED, CANCELLED -> {
        members.append("status_details", Value.of(details(job, reason)));
        if (tally.total() > 0) {
          members.append("summary", summary(tally));
        }
      }
    }
    return members.build();
  }

  /** A failed job, in place of errors of its records. */
  static Struct failure(Job job, Optional<String> connectionId, Optional<String> reason) {
    Struct.Builder members =
        new Struct.Builder()
            .append("status", Value.of(status(job.state())))
            .append("type", Value.of("users_import"))
            .append("created_at", Value.of(TIME.format(job.createdAt())))
            .append("id", Value.of(id(job)));
    connectionId.ifPresent(id -> members.append("connection_id", Value.of(id)));
    return members.append("status_details", Value.of(details(job, reason))).build();
  }

  private static Struct.Builder head(Job job, String status, Optional<String> connectionId) {
    Struct.Builder members =
        new Struct.Builder()
            .append("type", Value.of("users_import"))
            .append("status", Value.of(status));
    connectionId.ifPresent(id -> members.append("connection_id", Value.of(id)));
    members
        .append("connection", Value.of(job.realm()))
        .append("created_at", Value.of(TIME.format(job.createdAt())))
        .append("id", Value.of(id(job)));
    job.provenance().externalId().ifPresent(id -> members.append("external_id", Value.of(id)));
    return members;
  }

  private static String id(Job job) {
    return job.provenance().publicId().orElse(job.id());
  }

  private static String status(JobState state) {
    return switch (state) {
      case PENDING -> "pending";
      case RUNNING, INTERRUPTED, PAUSED -> "processing";
      case COMPLETED -> "completed";
      case FAILED, CANCELLED -> "failed";
    };
  }

  private static String details(Job job, Optional<String> reason) {
    return job.state() == JobState.CANCELLED
        ? "The import was cancelled"
        : reason.orElse("The import failed");
  }

  private static void progress(Struct.Builder members, Job job, Tally tally, Instant now) {
    long done = tally.total();
    long all = Math.max(1, job.records());
    members.append("percentage_done", Value.of(done * ALL_PERCENT / all));
    if (done > 0) {
      long seconds = Math.max(0, Duration.between(job.createdAt(), now).toSeconds());
      members.append("time_left_seconds", Value.of(seconds * (all - done) / done));
    }
  }

  private static Struct summary(Tally tally) {
    return new Struct.Builder()
        .append("failed", Value.of(tally.failed()))
        .append("updated", Value.of(tally.updated()))
        .append("inserted", Value.of(tally.inserted()))
        .append("total", Value.of(tally.total()))
        .build();
  }
}
