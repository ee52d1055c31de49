package dev.muster.app.hash.search;

import dev.muster.password.CostBounds;
import java.util.Optional;
import java.util.stream.LongStream;

/** Tries PBKDF2 with up to as many iterations as the text names. */
final class NamedIterations implements Search {

  private static final int FEW = 100;

  /** Where nothing but a number is told, which may be something else. */
  private static final int UNNAMED_MAX = 1_000_000;

  @Override
  public String words() {
    return "PBKDF2 with the iterations that the text names";
  }

  @Override
  public boolean suits(Part part) {
    return CostlyTrial.suits(part) && numbers(part).findAny().isPresent();
  }

  private static LongStream numbers(Part part) {
    Clues clues = part.clues();
    boolean named = clues.names("pbkdf2") || !clues.digests().isEmpty();
    int max = named ? CostBounds.DEFAULTS.pbkdf2IterationsMax() : UNNAMED_MAX;
    return clues.distinctNumbers().filter(number -> number >= FEW && number <= max);
  }

  @Override
  public Optional<Solution> find(Part part, SearchLimit limit) {
    long iterations = numbers(part).max().orElseThrow();
    DerivedKeys keys = new DerivedKeys(part, limit);
    return keys.find(keys.likely(), PasswordForms.few(part), iterations);
  }
}
