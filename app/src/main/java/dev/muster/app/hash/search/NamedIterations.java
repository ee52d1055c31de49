package dev.muster.app.hash.search;

import dev.muster.password.CostBounds;
import java.util.Optional;
import java.util.stream.LongStream;

/** Tries PBKDF2 with up to as many iterations as the text names. */
final class NamedIterations implements Search {

  private static final int ITERATIONS_MIN = 100;

  /** If the text names no function, a greater number is probably no number of iterations. */
  private static final int UNNAMED_MAX = 1_000_000;

  @Override
  public String words() {
    return "PBKDF2 with the iterations that the text names";
  }

  @Override
  public boolean suits(Assumption assumed) {
    return CostlyTrial.suits(assumed) && numbers(assumed).findAny().isPresent();
  }

  private static LongStream numbers(Assumption assumed) {
    Clues clues = assumed.clues();
    boolean named = clues.names("pbkdf2") || !clues.digests().isEmpty();
    int max = named ? CostBounds.DEFAULTS.pbkdf2IterationsMax() : UNNAMED_MAX;
    return clues.distinctNumbers().filter(number -> number >= ITERATIONS_MIN && number <= max);
  }

  @Override
  public Optional<Solution> find(Assumption assumed, SearchLimit limit) {
    long iterations = numbers(assumed).max().orElseThrow();
    DerivedKeys keys = new DerivedKeys(assumed, limit);
    return keys.find(keys.likely(), PasswordForms.few(assumed), iterations);
  }
}
