package dev.muster.app.job.run;

import dev.muster.app.format.RecordBatch;
import dev.muster.prepare.ChunkPreparation;
import dev.muster.prepare.Claim;
import dev.muster.prepare.Prepared;
import dev.muster.user.Key;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A chunk that is ready to be decided.
 *
 * @param number 0-based, in the input's order
 * @param records one for each record, in order; empty if the records are not users
 * @param repeated the claimed keys that may occur in other records of the input too
 * @param batch the same records as the input has them
 */
public record PreparedChunk(
    int number, List<Prepared> records, Set<Key> repeated, RecordBatch batch) {

  /**
   * Parses and prepares a batch.
   *
   * @param mayRepeat whether a key may occur more than once in the input
   */
  static PreparedChunk of(
      int number, RecordBatch batch, ChunkPreparation preparation, Predicate<Key> mayRepeat) {
    List<Prepared> records = batch.section().ofUsers() ? preparation.prepare(batch) : List.of();
    return new PreparedChunk(number, records, repeated(records, mayRepeat), batch);
  }

  private static Set<Key> repeated(List<Prepared> records, Predicate<Key> mayRepeat) {
    Set<Key> repeated = new HashSet<>();
    for (Prepared record : records) {
      if (record instanceof Prepared.Ready ready) {
        for (Claim claim : ready.candidate().claims()) {
          if (claim.inFile() && mayRepeat.test(claim.key())) {
            repeated.add(claim.key());
          }
        }
      }
    }
    return repeated;
  }

  /** This chunk with other wishes in its records, which claim the same keys. */
  public PreparedChunk with(List<Prepared> others) {
    return new PreparedChunk(number, others, repeated, batch);
  }

  public int size() {
    return batch.size();
  }
}
