package dev.muster.app.job.run;

import dev.muster.app.job.Job;
import dev.muster.app.job.JobState;
import dev.muster.app.job.TallySummary;
import dev.muster.app.json.JsonText;
import dev.muster.app.store.WebhookMessage;
import dev.muster.report.Tally;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.time.Instant;

/**
 * The message to webhooks that an import is completed or failed. An import ends once, so its id
 * makes the message's id.
 */
final class EndMessage {

  private static final String IMPORTS = "/api/v1/imports/";

  private EndMessage() {}

  /**
   * The message.
   *
   * @param state completed or failed
   */
  static WebhookMessage of(Job job, JobState state, Tally tally, Instant end) {
    String event = "import." + state.wireName();
    Struct body =
        new Struct.Builder()
            .append("type", Value.of(event))
            .append("timestamp", Value.of(end.toString()))
            .append("data", data(job, state, tally, end))
            .build();
    return new WebhookMessage(
        "",
        "msg_" + job.id(),
        event,
        job.realm(),
        job.id(),
        JsonText.of(body),
        end,
        Instant.EPOCH,
        0);
  }

  private static Struct data(Job job, JobState state, Tally tally, Instant end) {
    Struct.Builder data =
        new Struct.Builder()
            .append("id", Value.of(job.id()))
            .append("status", Value.of(state.wireName()))
            .append("format", Value.of(job.format()))
            .append("realm", Value.of(job.realm()))
            .append("source", Value.of(fileName(job.source())))
            .append("records", Value.of(job.records()))
            .append("summary", TallySummary.of(tally))
            .append("created_at", Value.of(job.createdAt().toString()))
            .append("completed_at", Value.of(end.toString()))
            .append("actor", Value.of(job.provenance().actor().wireName()))
            .append("origin", Value.of(job.provenance().origin().wireName()));
    job.provenance().publicId().ifPresent(id -> data.append("public_id", Value.of(id)));
    job.provenance().externalId().ifPresent(id -> data.append("external_id", Value.of(id)));
    return data.append("path", Value.of(IMPORTS + job.id())).build();
  }

  /** Without folders, which are nobody else's business. */
  private static String fileName(String source) {
    return source.substring(1 + Math.max(source.lastIndexOf('/'), source.lastIndexOf('\\')));
  }
}
