package dev.muster.app.job.run;

import dev.muster.app.format.SlowPreparation;
import dev.muster.password.EncodedHash;
import dev.muster.prepare.Candidate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.function.BooleanSupplier;

/** Hashes plain-text passwords of candidates on several threads. */
public final class ParallelHashing {

  private final SlowPreparation slow;
  private final BooleanSupplier goesOn;

  /**
   * Prepares hashing.
   *
   * @param goesOn whether to continue; called before each password, by several threads
   */
  public ParallelHashing(SlowPreparation slow, BooleanSupplier goesOn) {
    this.slow = slow;
    this.goesOn = goesOn;
  }

  /**
   * Hashes the candidates' passwords; returns the hashes by the index of their records.
   *
   * @throws Stopped if {@code goesOn} returned false
   */
  public Map<Long, EncodedHash> hash(List<Candidate> candidates) {
    Map<Long, EncodedHash> hashes = new LinkedHashMap<>();
    if (candidates.isEmpty()) {
      return hashes;
    }
    ForkJoinPool pool = new ForkJoinPool(slow.atOnce());
    try {
      List<EncodedHash> made =
          pool.submit(() -> candidates.parallelStream().map(this::hash).toList()).join();
      for (int i = 0; i < made.size(); i++) {
        hashes.put(candidates.get(i).position().index(), made.get(i));
      }
    } finally {
      pool.shutdownNow();
    }
    return hashes;
  }

  private EncodedHash hash(Candidate candidate) {
    if (!goesOn.getAsBoolean()) {
      throw new Stopped();
    }
    return slow.hash(candidate);
  }
}
