package dev.muster.app.job.run;

import dev.muster.app.format.RecordBatch;
import dev.muster.prepare.Preparation;
import dev.muster.prepare.Prepared;
import dev.muster.read.ReadResult;
import java.io.Closeable;
import java.util.List;

/** How the records of an import become candidates, a batch at a time. Thread-safe. */
interface BatchPreparation extends Closeable {

  /** The prepared records of a batch, in order. */
  List<Prepared> prepare(RecordBatch batch);

  /** Whether it waits for others now and then, so that another thread has time to do it too. */
  default boolean waits() {
    return false;
  }

  @Override
  default void close() {}

  /** Reads and prepares each record. */
  static BatchPreparation of(Preparation preparation) {
    return batch -> batch.parse().stream().map(result -> prepare(result, preparation)).toList();
  }

  /** Prepares one record. */
  static Prepared prepare(ReadResult result, Preparation preparation) {
    return result.fold(
        preparation::prepare, bad -> new Prepared.Invalid(bad.position(), List.of(bad.problem())));
  }
}
