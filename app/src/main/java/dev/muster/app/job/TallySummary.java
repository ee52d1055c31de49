package dev.muster.app.job;

import dev.muster.report.Tally;
import dev.muster.value.Struct;
import dev.muster.value.Value;

/** The counts of an import as a JSON object, the same wherever they are told. */
public final class TallySummary {

  private TallySummary() {}

  /** The counts of all records and of each outcome. */
  public static Struct of(Tally tally) {
    return new Struct.Builder()
        .append("total", Value.of(tally.total()))
        .append("inserted", Value.of(tally.inserted()))
        .append("updated", Value.of(tally.updated()))
        .append("skipped", Value.of(tally.skipped()))
        .append("failed", Value.of(tally.failed()))
        .append("changed", Value.of(tally.changed()))
        .build();
  }
}
