package dev.muster.app.job.run;

import dev.muster.app.format.RecordBatch;
import dev.muster.prepare.Prepared;
import java.util.List;

/**
 * A chunk ready to be decided on.
 *
 * @param number 0-based, in the input's order
 * @param records one prepared record each, in order; none where they are no users
 * @param batch the same records as their source has them
 */
public record PreparedChunk(int number, List<Prepared> records, RecordBatch batch) {

  /** Parses and prepares a batch. */
  static PreparedChunk of(int number, RecordBatch batch, BatchPreparation preparation) {
    List<Prepared> records = batch.section().ofUsers() ? preparation.prepare(batch) : List.of();
    return new PreparedChunk(number, records, batch);
  }

  /** The same chunk with other candidates for its records. */
  public PreparedChunk with(List<Prepared> others) {
    return new PreparedChunk(number, others, batch);
  }

  public int size() {
    return batch.size();
  }
}
