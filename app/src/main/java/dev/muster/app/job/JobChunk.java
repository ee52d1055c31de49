package dev.muster.app.job;

import dev.muster.report.RecordResult;
import dev.muster.report.Tally;
import java.util.List;

/**
 * What happened to the records of one chunk of a job.
 *
 * @param number 0-based, in the input's order
 * @param results one a record
 * @param rejects the failed records as their source had them, in order; empty for records whose
 *     source is unknown
 */
public record JobChunk(int number, List<RecordResult> results, List<byte[]> rejects) {

  public Tally tally() {
    return Tally.of(results);
  }
}
