package dev.muster.app.http.api;

import dev.muster.app.job.JobState;
import dev.muster.app.job.TallySummary;
import dev.muster.app.json.JsonText;
import dev.muster.report.Tally;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.util.OptionalDouble;

/**
 * How an import stands at a moment.
 *
 * @param total the number of records in its input
 * @param rate records per second; empty if unknown
 */
record ProgressEvent(JobState state, long total, Tally tally, OptionalDouble rate) {

  /** Identifies what has been done, so that a client that comes back gets nothing twice. */
  String id() {
    return tally.total() + "-" + state.wireName();
  }

  /** The event in the form of server-sent events. */
  String text() {
    return "id: "
        + id()
        + "\nevent: "
        + (state.finished() ? "finished" : "progress")
        + "\ndata: "
        + JsonText.of(data())
        + "\n\n";
  }

  private Struct data() {
    return new Struct.Builder()
        .append("status", Value.of(state.wireName()))
        .append("done", Value.of(tally.total()))
        .append("total", Value.of(total))
        .append("summary", TallySummary.of(tally))
        .append("records_per_second", rate.isPresent() ? rounded(rate) : Value.NULL)
        .append("seconds_left", secondsLeft())
        .build();
  }

  private static Value rounded(OptionalDouble number) {
    return Value.of(Math.round(number.getAsDouble()));
  }

  private Value secondsLeft() {
    if (state.finished()) {
      return Value.of(0);
    }
    return rate.isPresent() && rate.getAsDouble() > 0
        ? rounded(OptionalDouble.of((total - tally.total()) / rate.getAsDouble()))
        : Value.NULL;
  }
}
