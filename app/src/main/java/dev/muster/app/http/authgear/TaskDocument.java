package dev.muster.app.http.authgear;

import dev.muster.app.document.DetailDocument;
import dev.muster.app.job.Job;
import dev.muster.app.job.JobState;
import dev.muster.app.job.TallySummary;
import dev.muster.app.store.UserIds;
import dev.muster.report.Outcome;
import dev.muster.report.RecordResult;
import dev.muster.report.Tally;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** An import as a task of Authgear's API. */
final class TaskDocument {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private TaskDocument() {}

  /** A task that is not completed yet. */
  static Struct pending(Job job) {
    return head(job).append("status", Value.of("pending")).build();
  }

  /**
   * A completed task.
   *
   * @param details one for each record, in the input's order
   */
  static Struct completed(Job job, Tally tally, List<Value> details) {
    Struct.Builder members = head(job);
    job.times()
        .completedAt()
        .ifPresent(time -> members.append("completed_at", Value.of(text(time))));
    members.append("status", Value.of("completed"));
    if (job.state() != JobState.COMPLETED) {
      members.append("error", error(job.state()).document());
    }
    Struct.Builder summary = TallySummary.of(tally).edit();
    summary.remove("changed");
    return members
        .append("summary", summary.build())
        .append("details", new Value.Array(details))
        .build();
  }

  private static AuthgearError error(JobState state) {
    return state == JobState.CANCELLED
        ? AuthgearError.unexpected("the import was cancelled")
        : AuthgearError.unexpected();
  }

  /**
   * The result of one record.
   *
   * @param record redacted; null or empty if there is nothing to show
   */
  static Struct detail(Job job, UserIds ids, RecordResult result, @Nullable Value record) {
    Struct.Builder members = new Struct.Builder();
    members.append("index", Value.of(result.position().index()));
    if (record instanceof Struct shown && !shown.isEmpty()) {
      members.append("record", shown);
    }
    members.append("outcome", Value.of(result.outcome().wireName()));
    OptionalLong user = DetailDocument.userNumber(job, result);
    if (user.isPresent() && result.outcome() != Outcome.FAILED) {
      members.append("user_id", Value.of(ids.show(user.getAsLong())));
    }
    if (!result.warnings().isEmpty()) {
      members.append(
          "warnings",
          new Value.Array(
              result.warnings().stream()
                  .<Value>map(warning -> Struct.of("message", Value.of(warning.message())))
                  .toList()));
    }
    RecordErrors.of(result)
        .ifPresent(error -> members.append("errors", new Value.Array(List.of(error.document()))));
    return members.build();
  }

  private static Struct.Builder head(Job job) {
    return new Struct.Builder()
        .append("id", Value.of(job.provenance().publicId().orElse(job.id())))
        .append("created_at", Value.of(text(job.times().createdAt())));
  }

  private static String text(Instant time) {
    return TIME.format(time);
  }
}
