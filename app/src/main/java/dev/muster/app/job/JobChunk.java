package dev.muster.app.job;

import dev.muster.report.RecordResult;
import dev.muster.report.Tally;
import java.util.List;
import java.util.OptionalLong;

/**
 * What happened to the records of one chunk of a job.
 *
 * @param number 0-based, in the input's order
 * @param results one a record
 * @param rejects the failed records as their source had them, in order; empty for records whose
 *     source is unknown
 * @param inputOffset the byte of the decoded input at which the first record begins; empty where
 *     the format does not tell
 */
public record JobChunk(
    int number, List<RecordResult> results, List<byte[]> rejects, OptionalLong inputOffset) {

  /** A chunk of which nobody knows where it begins in the input. */
  public JobChunk(int number, List<RecordResult> results, List<byte[]> rejects) {
    this(number, results, rejects, OptionalLong.empty());
  }

  public Tally tally() {
    return Tally.of(results);
  }
}
