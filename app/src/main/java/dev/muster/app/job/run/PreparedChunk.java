package dev.muster.app.job.run;

import dev.muster.prepare.ChunkPreparation;
import dev.muster.prepare.Prepared;
import dev.muster.read.RecordBatch;
import java.util.List;

/**
 * A chunk ready to be decided on.
 *
 * @param number 0-based, in the input's order
 * @param records one prepared record each, in order; none where they are no users
 * @param batch the same records as their source has them
 */
record PreparedChunk(int number, List<Prepared> records, RecordBatch batch) {

  /** Parses and prepares a batch. */
  static PreparedChunk of(int number, RecordBatch batch, ChunkPreparation preparation) {
    List<Prepared> records = batch.ofUsers() ? preparation.prepare(batch) : List.of();
    return new PreparedChunk(number, records, batch);
  }

  int size() {
    return batch.size();
  }
}
