package dev.muster.prepare;

import dev.muster.read.ParsableRecords;
import java.util.List;

/** Parses and prepares a chunk's records. Thread-safe. */
public interface ChunkPreparation extends AutoCloseable {

  /** The prepared records of a chunk, in order. */
  List<Prepared> prepare(ParsableRecords batch);

  /** Whether it waits for other processes, so that an additional thread is useful. */
  default boolean waits() {
    return false;
  }

  @Override
  default void close() {}

  /** Parses and prepares each record. */
  static ChunkPreparation of(Preparation preparation) {
    return batch -> batch.parse().stream().map(preparation::prepareOrReject).toList();
  }
}
