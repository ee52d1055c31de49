package dev.muster.app.hash.search;

import java.util.Optional;

/** Tries one kind of recipe. */
interface Search {

  /** The recipes that it tries, in words: {@code digests of password, salt and key}. */
  String words();

  /** Whether any of its recipes can give a hash of this form. Quick. */
  boolean suits(Assumption assumed);

  /**
   * The first recipe that gives the hash; empty if none does, or the limit is reached.
   *
   * @param assumed suits this search
   */
  Optional<Solution> find(Assumption assumed, SearchLimit limit);
}
