package dev.muster.app.job.run;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What known passwords have proved about the hashes of an input.
 *
 * @param kinds the kinds of hashes that were met; all of the input's if it was read to its end
 * @param wholeInput whether it was
 */
public record ProofResult(List<Kind> kinds, boolean wholeInput) {

  /** Nothing was to be proved. */
  static final ProofResult NONE = new ProofResult(List.of(), false);

  public ProofResult {
    kinds = List.copyOf(kinds);
  }

  /** The names of the schemes of which at least one hash fitted its password. */
  public Set<String> provedSchemes() {
    return kinds.stream()
        .filter(kind -> kind.passwords() > 0)
        .map(Kind::scheme)
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Hashes that are read in the same way.
   *
   * @param scheme the scheme's name
   * @param name the scheme's name, and more where that is not enough
   * @param passwords how many known passwords fitted
   * @param users how many users of the input have such a hash; only counted in the whole input
   * @param line the line of the first of them
   */
  public record Kind(String scheme, String name, long passwords, long users, long line) {}
}
