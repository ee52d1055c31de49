package dev.muster.app.hash.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** Tries scrypt and Argon2 with costs that are in the text itself. */
enum NamedCosts implements Search {
  /** Over the password. */
  PLAIN("scrypt and Argon2 with the costs that the text names"),
  /** Over other forms of the password. */
  OVER_OTHERS("scrypt and Argon2 over digests of the password with the costs that the text names");

  private static final int KIB = 1024;

  /** The most that is taken for passes, lanes, r or p; greater numbers are a memory or N. */
  private static final long SMALL_MAX = 64;

  /** Between these, a number may be the binary logarithm of N. */
  private static final long LOGARITHM_MIN = 8;

  private static final long LOGARITHM_MAX = 20;
  private static final int TRIALS_MAX = 24;

  private final String words;

  NamedCosts(String words) {
    this.words = words;
  }

  @Override
  public String words() {
    return words;
  }

  @Override
  public boolean suits(Assumption assumed) {
    Clues clues = assumed.clues();
    return CostlyTrial.suits(assumed)
        && (clues.names("scrypt")
            || clues.names("argon2")
            || clues.numbers().stream().anyMatch(number -> number > KIB));
  }

  @Override
  public Optional<Solution> find(Assumption assumed, SearchLimit limit) {
    List<CostlyTrial.KeyCost> inOrder = inOrder(assumed.clues());
    if (this == OVER_OTHERS) {
      return new CostlyTrial(assumed, PasswordForms.all(assumed), inOrder).find(limit);
    }
    List<Piece> few = PasswordForms.few(assumed);
    return new CostlyTrial(assumed, few, inOrder)
        .find(limit)
        .or(() -> new CostlyTrial(assumed, few, inAnyOrder(assumed.clues())).find(limit));
  }

  /** Three numbers behind each other, as most formats have them. */
  private static List<CostlyTrial.KeyCost> inOrder(Clues clues) {
    List<CostlyTrial.KeyCost> costs = new ArrayList<>();
    List<Long> numbers = clues.numbers();
    for (int i = 0; i + 2 < numbers.size(); i++) {
      long first = numbers.get(i);
      long second = numbers.get(i + 1);
      long third = numbers.get(i + 2);
      if (second < 1 || second > SMALL_MAX || third < 1 || third > SMALL_MAX) {
        continue;
      }
      if (clues.names("scrypt")) {
        powers(LongStream.of(first)).forEach(n -> costs.add(ScryptKey.of(n, second, third)));
      } else if (first > SMALL_MAX) {
        variants(clues)
            .forEach(variant -> costs.add(new Argon2Key(variant, kib(first), second, third)));
      }
    }
    return costs;
  }

  private static List<CostlyTrial.KeyCost> inAnyOrder(Clues clues) {
    long[] small = clues.smallNumbers(SMALL_MAX);
    List<CostlyTrial.KeyCost> costs = new ArrayList<>();
    if (clues.names("scrypt")) {
      powers(clues.distinctNumbers())
          .forEach(
              n -> {
                for (long r : small) {
                  for (long p : small) {
                    costs.add(ScryptKey.of(n, r, p));
                  }
                }
              });
    } else {
      for (String variant : variants(clues)) {
        clues
            .distinctNumbers()
            .filter(number -> number > SMALL_MAX)
            .forEach(
                memory -> {
                  for (long passes : small) {
                    for (long lanes : small) {
                      costs.add(new Argon2Key(variant, kib(memory), passes, lanes));
                    }
                  }
                });
      }
    }
    return costs.stream()
        .sorted((one, other) -> Long.compare(one.work(), other.work()))
        .limit(TRIALS_MAX)
        .toList();
  }

  /** The powers of two among the numbers, and those whose logarithms are. */
  private static LongStream powers(LongStream numbers) {
    return numbers
        .map(n -> n >= LOGARITHM_MIN && n <= LOGARITHM_MAX ? 1L << n : n)
        .filter(n -> n > SMALL_MAX && Long.bitCount(n) == 1)
        .distinct();
  }

  /** The memory in KiB; some formats have it in bytes. */
  private static long kib(long memory) {
    return memory > KIB * KIB ? memory / KIB : memory;
  }

  private static List<String> variants(Clues clues) {
    if (clues.names("argon2id") || !clues.names("argon2")) {
      return List.of("argon2id");
    }
    return clues.names("argon2d") ? List.of("argon2d") : List.of("argon2id", "argon2i");
  }
}
