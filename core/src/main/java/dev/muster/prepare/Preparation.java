package dev.muster.prepare;

import dev.muster.read.ReadResult;
import dev.muster.read.SourceRecord;
import java.util.List;

/** Converts records of a dialect to candidates. Pure and thread-safe. */
public interface Preparation {

  Prepared prepare(SourceRecord source);

  /** Prepares a record that could be read; one that could not is invalid. */
  default Prepared prepareOrReject(ReadResult result) {
    return result.fold(
        this::prepare, bad -> new Prepared.Invalid(bad.position(), List.of(bad.problem())));
  }
}
