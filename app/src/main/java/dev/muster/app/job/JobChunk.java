package dev.muster.app.job;

import dev.muster.report.RecordResult;
import dev.muster.report.Tally;
import java.util.List;
import java.util.OptionalLong;

/**
 * The results of one chunk of a job.
 *
 * @param number 0-based, in the input's order
 * @param results one for each record
 * @param rejects the failed records as the input had them, in order; an empty array for a record
 *     whose source is unknown
 * @param sources all records as the input had them, if the import keeps them; otherwise none
 * @param inputOffset the offset of the first record in the decoded input, in bytes; empty if the
 *     format does not provide it
 */
public record JobChunk(
    int number,
    List<RecordResult> results,
    List<byte[]> rejects,
    List<byte[]> sources,
    OptionalLong inputOffset) {

  /** A chunk of an import that keeps only failed records. */
  public JobChunk(
      int number, List<RecordResult> results, List<byte[]> rejects, OptionalLong inputOffset) {
    this(number, results, rejects, List.of(), inputOffset);
  }

  /** A chunk whose offset in the input is unknown. */
  public JobChunk(int number, List<RecordResult> results, List<byte[]> rejects) {
    this(number, results, rejects, OptionalLong.empty());
  }

  /** The number of users who get a mail to choose a password; in a dry run, who would. */
  public int invited() {
    int invited = 0;
    for (RecordResult result : results) {
      invited += result.invited() ? 1 : 0;
    }
    return invited;
  }

  public Tally tally() {
    return Tally.of(results);
  }
}
