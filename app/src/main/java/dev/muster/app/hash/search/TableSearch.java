package dev.muster.app.hash.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Searches how the hashes of a table were made, given some of its rows with their passwords. Each
 * recipe that is found for one row is tried on the others as an import would read them.
 */
public final class TableSearch {

  private final List<User> users;
  private final SearchLimit limit;

  /**
   * A row of the table.
   *
   * @param line its line in the file
   */
  public record User(long line, Sample sample) {}

  /**
   * A recipe with the rows that it explains.
   *
   * @param lines the lines of the rows that it fits
   */
  public record Fit(Solution solution, List<Long> lines) {

    public Fit {
      lines = List.copyOf(lines);
    }
  }

  /** A recipe that was found for one row; it is tried at most once on each of the others. */
  private static final class Found {

    private final Solution solution;
    private final Map<Long, Boolean> fitsByLine = new HashMap<>();

    Found(Solution solution) {
      this.solution = solution;
    }

    boolean fits(User user) {
      return fitsByLine.computeIfAbsent(
          user.line(), line -> solution.columns().fits(user.sample()));
    }

    List<User> fitting(List<User> users) {
      return users.stream().filter(this::fits).toList();
    }
  }

  /**
   * How a search ended.
   *
   * @param fits the recipes, those that fit most rows first; a row is in one of them
   * @param open the lines of the rows for which no recipe was found
   * @param tried what was tried for these, in words
   * @param unfinished what was left when the time was over, in words
   */
  public record Result(
      List<Fit> fits, List<Long> open, List<String> tried, List<String> unfinished) {

    public Result {
      fits = List.copyOf(fits);
      open = List.copyOf(open);
      tried = List.copyOf(tried);
      unfinished = List.copyOf(unfinished);
    }
  }

  /**
   * Prepares a search.
   *
   * @param users at least one
   */
  public TableSearch(List<User> users, SearchLimit limit) {
    this.users = List.copyOf(users);
    this.limit = limit;
  }

  /** Finds as few recipes as fit all rows for which there is any. */
  public Result find() {
    List<Found> found = new ArrayList<>();
    List<Long> open = new ArrayList<>();
    Set<String> tried = new LinkedHashSet<>();
    Set<String> unfinished = new LinkedHashSet<>();
    for (User user : mostTellingFirst()) {
      if (found.stream().anyMatch(each -> each.fits(user))) {
        continue;
      }
      SearchResult result = new HashSearch(user.sample(), limit).find();
      result.solution().map(Found::new).ifPresent(found::add);
      if (result.solution().isEmpty()) {
        open.add(user.line());
        tried.addAll(result.tried());
        unfinished.addAll(result.unfinished());
      }
    }
    tried.removeAll(unfinished);
    open.sort(Comparator.naturalOrder());
    return new Result(fits(found), open, List.copyOf(tried), List.copyOf(unfinished));
  }

  /** A password of capital and small letters, some of them not ASCII, tells most. */
  private List<User> mostTellingFirst() {
    return users.stream()
        .sorted(Comparator.comparingInt(user -> Undecided.letters(user.sample().password()).size()))
        .toList();
  }

  /** Each row with the recipe that fits most rows, among those that fit it. */
  private List<Fit> fits(List<Found> found) {
    List<Fit> fits = new ArrayList<>();
    List<User> left = new ArrayList<>(users);
    List<Found> unused = new ArrayList<>(found);
    while (!unused.isEmpty()) {
      Found best = unused.get(0);
      List<User> most = best.fitting(left);
      for (Found other : unused) {
        List<User> rows = other.fitting(left);
        if (rows.size() > most.size()) {
          best = other;
          most = rows;
        }
      }
      unused.remove(best);
      if (!most.isEmpty()) {
        fits.add(new Fit(best.solution, most.stream().map(User::line).toList()));
        left.removeAll(most);
      }
    }
    return fits;
  }

  /** The user whose password tells most. */
  public User mostTelling() {
    return mostTellingFirst().get(0);
  }

  /** The user of a line. */
  public User user(long line) {
    return users.stream().filter(user -> user.line() == line).findFirst().orElseThrow();
  }
}
