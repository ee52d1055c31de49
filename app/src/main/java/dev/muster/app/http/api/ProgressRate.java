package dev.muster.app.http.api;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalDouble;

/** Measures how many records a second an import processes, over the last seconds. */
final class ProgressRate {

  private static final long WINDOW_NANOS = 10_000_000_000L;
  private static final double NANOS_PER_SECOND = 1e9;

  private final Deque<Sample> samples = new ArrayDeque<>();

  /**
   * Adds an observation.
   *
   * @param done the number of processed records so far
   * @return the rate up to now; empty before the second observation
   */
  OptionalDouble observe(long done, long nanos) {
    samples.addLast(new Sample(done, nanos));
    while (samples.size() > 2 && nanos - samples.getFirst().nanos > WINDOW_NANOS) {
      samples.removeFirst();
    }
    Sample first = samples.getFirst();
    return nanos - first.nanos <= 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((done - first.done) * NANOS_PER_SECOND / (nanos - first.nanos));
  }

  private record Sample(long done, long nanos) {}
}
