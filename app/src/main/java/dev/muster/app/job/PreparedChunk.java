package dev.muster.app.job;

import dev.muster.app.format.RecordBatch;
import dev.muster.prepare.Preparation;
import dev.muster.prepare.Prepared;
import dev.muster.read.ReadResult;
import java.util.ArrayList;
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
  static PreparedChunk of(int number, RecordBatch batch, Preparation preparation) {
    if (!batch.ofUsers()) {
      return new PreparedChunk(number, List.of(), batch);
    }
    List<Prepared> records = new ArrayList<>(batch.size());
    for (ReadResult result : batch.parse()) {
      records.add(
          result.fold(
              preparation::prepare,
              bad -> new Prepared.Invalid(bad.position(), List.of(bad.problem()))));
    }
    return new PreparedChunk(number, records, batch);
  }

  int size() {
    return batch.size();
  }
}
