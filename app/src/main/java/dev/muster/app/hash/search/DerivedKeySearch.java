package dev.muster.app.hash.search;

import java.util.Locale;
import java.util.Optional;

/** Tries PBKDF2 with every number of iterations up to a maximum. */
enum DerivedKeySearch implements Search {
  /** Few iterations. */
  FEW(10_000),
  /** As many iterations as most systems have, with the likely functions. */
  USUAL(310_000),
  /** Few iterations over other forms of the password. */
  OVER_OTHERS(10_000),
  /** Very many iterations. */
  MANY(1_000_000);

  private final int iterationsMax;

  DerivedKeySearch(int iterationsMax) {
    this.iterationsMax = iterationsMax;
  }

  @Override
  public String words() {
    String iterations = String.format(Locale.ROOT, "up to %,d iterations", iterationsMax);
    return this == OVER_OTHERS
        ? "PBKDF2 over digests of the password with " + iterations
        : "PBKDF2 with " + iterations;
  }

  @Override
  public boolean suits(Assumption assumed) {
    return CostlyTrial.suits(assumed) && (this == FEW || this == USUAL || !assumed.isJoined());
  }

  @Override
  public Optional<Solution> find(Assumption assumed, SearchLimit limit) {
    DerivedKeys keys = new DerivedKeys(assumed, limit);
    return switch (this) {
      case FEW, MANY -> keys.find(keys.functions(), PasswordForms.few(assumed), iterationsMax);
      case USUAL -> keys.find(keys.likely(), PasswordForms.few(assumed), iterationsMax);
      case OVER_OTHERS -> keys.find(keys.likely(), PasswordForms.all(assumed), iterationsMax);
    };
  }
}
