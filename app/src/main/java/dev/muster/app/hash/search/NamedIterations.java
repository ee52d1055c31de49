package dev.muster.app.hash.search;

import dev.muster.app.hash.kdf.Prf;
import dev.muster.password.CostBounds;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** Tries PBKDF2 with up to as many iterations as the text names. */
final class NamedIterations implements Search {

  private static final int FEW = 100;

  @Override
  public String words() {
    return "PBKDF2 with the iterations that the text names";
  }

  @Override
  public boolean suits(Part part) {
    return CostlyTrial.suits(part) && numbers(part).findAny().isPresent();
  }

  private static LongStream numbers(Part part) {
    return part.clues()
        .distinctNumbers()
        .filter(number -> number >= FEW && number <= CostBounds.DEFAULTS.pbkdf2IterationsMax());
  }

  @Override
  public Optional<Solution> find(Part part, SearchLimit limit) {
    long iterations = numbers(part).max().orElseThrow();
    DerivedKeys keys = new DerivedKeys(part, limit);
    List<Prf> functions = part.clues().digests().isEmpty() ? keys.functions() : keys.likely();
    return keys.find(functions, PasswordForms.few(part), iterations);
  }
}
