package dev.muster.app.hash.search;

import dev.muster.app.hash.scheme.SecretBytes;
import java.util.List;
import java.util.Optional;

/**
 * Derives keys with given costs from the password or what is made of it, and compares them with a
 * hash.
 *
 * @param assumed has the hash
 * @param forms the password, or what a system makes of it first
 * @param costs in the order in which they are tried
 */
record CostlyTrial(Assumption assumed, List<Piece> forms, List<? extends KeyCost> costs) {

  // of derived keys, in bytes
  private static final int LENGTH_MIN = 16;
  private static final int LENGTH_MAX = 256;

  CostlyTrial {
    forms = List.copyOf(forms);
    costs = List.copyOf(costs);
  }

  /** A function with its costs. */
  interface KeyCost {

    /** Whether the salt can be one of this function, and the costs are within the limits. */
    boolean suits(SecretBytes salt);

    boolean fits(SecretBytes hash, byte[] password, SecretBytes salt);

    /** What the time is proportional to. */
    long work();

    /** The recipe of a key of so many bytes. */
    String words(String password, String salt, int length);

    /** The hash in a format of its own. */
    String text(SecretBytes hash, SecretBytes salt);

    /** The same for tables, without the salt. */
    ColumnRecipe columns();
  }

  /** Whether the hash may be a derived key. */
  static boolean suits(Assumption assumed) {
    return assumed
            .hash()
            .filter(hash -> hash.length() >= LENGTH_MIN && hash.length() <= LENGTH_MAX)
            .isPresent()
        && !assumed.texts().isEmpty();
  }

  /** The first fitting one. */
  Optional<Solution> find(SearchLimit limit) {
    SecretBytes hash = assumed.hash().orElseThrow();
    for (KeyCost cost : costs) {
      for (Reading salt : assumed.texts()) {
        for (Piece form : forms) {
          if (!limit.lasts()) {
            return Optional.empty();
          }
          if (cost.suits(salt.bytes()) && cost.fits(hash, form.bytes(), salt.bytes())) {
            return solution(cost, hash, form, salt);
          }
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Solution> solution(KeyCost cost, SecretBytes hash, Piece form, Reading salt) {
    String words = cost.words(form.words(), salt.words(), hash.length());
    return form.words().equals(Words.PASSWORD) && salt.kind() == Reading.Kind.SALT
        ? assumed.verified(
            words, List.of(cost.text(hash, salt.bytes())).stream(), cost.columns().salted(salt))
        : assumed.recipe(words);
  }
}
