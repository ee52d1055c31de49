package dev.muster.app.job.run;

import dev.muster.app.format.RecordBatch;
import dev.muster.prepare.ChunkPreparation;
import dev.muster.prepare.Prepared;
import java.util.List;

/**
 * A chunk that is ready to be decided.
 *
 * @param number 0-based, in the input's order
 * @param records one for each record, in order; empty if the records are not users
 * @param batch the same records as the input has them
 */
public record PreparedChunk(int number, List<Prepared> records, RecordBatch batch) {

  /** Parses and prepares a batch. */
  static PreparedChunk of(int number, RecordBatch batch, ChunkPreparation preparation) {
    List<Prepared> records = batch.section().ofUsers() ? preparation.prepare(batch) : List.of();
    return new PreparedChunk(number, records, batch);
  }

  /** This chunk with other prepared records. */
  public PreparedChunk with(List<Prepared> others) {
    return new PreparedChunk(number, others, batch);
  }

  public int size() {
    return batch.size();
  }
}
