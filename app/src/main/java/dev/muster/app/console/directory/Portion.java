package dev.muster.app.console.directory;

import dev.muster.app.console.page.Link;
import dev.muster.app.console.page.PageProblem;
import dev.muster.app.console.page.Visit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The part of a list that a page shows: what comes after the item that the query parameter {@code
 * after} names.
 *
 * @param last the key of the last item, if others follow
 */
record Portion<T>(List<T> items, Optional<String> last) {

  /**
   * A portion.
   *
   * @param key what identifies an item
   * @param most the most items of a portion
   * @throws PageProblem if there is no item of the key in the query
   */
  static <T> Portion<T> of(List<T> all, Function<T, String> key, Visit visit, int most)
      throws PageProblem {
    String after = visit.query("after");
    int start =
        after.isEmpty()
            ? 0
            : 1
                + IntStream.range(0, all.size())
                    .filter(i -> key.apply(all.get(i)).equals(after))
                    .findFirst()
                    .orElseThrow(PageProblem::badQuery);
    int end = Math.min(all.size(), start + most);
    return new Portion<>(
        List.copyOf(all.subList(start, end)),
        end < all.size() ? Optional.of(key.apply(all.get(end - 1))) : Optional.empty());
  }

  /** The address of the next portion. */
  Optional<String> next(Link page) {
    return last.map(key -> page.with("after", key).href());
  }
}
