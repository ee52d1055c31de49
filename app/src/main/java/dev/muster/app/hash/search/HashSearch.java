package dev.muster.app.hash.search;

import dev.muster.password.HashReading;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Searches how a hash was made, given the password and what else is known. It tries the
 * constructions that systems are known to use, the likely ones first. The password is not guessed.
 */
public final class HashSearch {

  /** For texts that do not tell their scheme, in the order in which they are tried. */
  private static final List<Search> ALL =
      List.of(
          new RecognisedSchemes(),
          new NamedIterations(),
          new FirebaseSearch(),
          new DigestSearch(),
          new KeyedSearch(),
          new OtherSchemes(),
          NamedCosts.PLAIN,
          new NestedSearch(),
          new StretchedSearch(),
          new WrappedSearch(),
          DerivedKeySearch.FEW,
          CostlySearch.USUAL_SCRYPT,
          DerivedKeySearch.USUAL,
          CostlySearch.USUAL_ARGON2,
          NamedCosts.OVER_OTHERS,
          DerivedKeySearch.OVER_OTHERS,
          new RepeatedSearch(),
          CostlySearch.GREAT_SCRYPT,
          CostlySearch.RARE_ARGON2,
          DerivedKeySearch.MANY);

  /** For texts that tell their scheme and their costs. */
  private static final List<Search> OF_WHOLE_TEXTS =
      List.of(new RecognisedSchemes(), new WrappedSearch());

  private final Sample sample;
  private final SearchLimit limit;

  public HashSearch(Sample sample, SearchLimit limit) {
    this.sample = sample;
    this.limit = limit;
  }

  /** Ends with the first recipe that gives the hash. */
  public SearchResult find() {
    boolean whole = tellsItsScheme(sample.hash());
    List<Assumption> assumptions =
        whole ? List.of(Assumption.whole(sample)) : Assumption.of(sample);
    Set<String> tried = new LinkedHashSet<>();
    Set<String> unfinished = new LinkedHashSet<>();
    for (Search search : whole ? OF_WHOLE_TEXTS : ALL) {
      for (Assumption assumed : assumptions) {
        if (!search.suits(assumed)) {
          continue;
        }
        if (!limit.lasts()) {
          unfinished.add(search.words());
          continue;
        }
        limit.trying(search.words());
        Optional<Solution> found = search.find(assumed, limit);
        if (found.isPresent()) {
          return new SearchResult(found, List.copyOf(tried), List.of());
        }
        (limit.lasts() ? tried : unfinished).add(search.words());
      }
    }
    tried.removeAll(unfinished);
    return new SearchResult(Optional.empty(), new ArrayList<>(tried), List.copyOf(unfinished));
  }

  /** Whether a scheme recognises the text, and all its costs are in it. */
  private static boolean tellsItsScheme(String text) {
    return text.startsWith("$") && Assumption.SCHEMES.read(text) instanceof HashReading.Accepted;
  }
}
