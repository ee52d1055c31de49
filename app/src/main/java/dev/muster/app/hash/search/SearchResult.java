package dev.muster.app.hash.search;

import java.util.List;
import java.util.Optional;

/**
 * How a search ended.
 *
 * @param solution empty if no recipe was found
 * @param tried what was tried to the end, in words
 * @param unfinished what was left when the time was over, in words; none if a recipe was found
 */
public record SearchResult(
    Optional<Solution> solution, List<String> tried, List<String> unfinished) {

  public SearchResult {
    tried = List.copyOf(tried);
    unfinished = List.copyOf(unfinished);
  }
}
