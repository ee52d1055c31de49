package dev.muster.app.console.directory;

import dev.muster.app.store.SearchedTexts;
import dev.muster.app.store.UserCursor;
import dev.muster.app.store.UserFilter;
import dev.muster.app.store.UserPage;
import dev.muster.app.store.Users;
import dev.muster.user.ExternalId;
import dev.muster.user.User;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Finds users who match one of several filters, in the order of their numbers. */
final class UserSearch {

  /** After this time a page ends, even if it has fewer users than its limit. */
  private static final Duration LONGEST = Duration.ofSeconds(1);

  private final Users users;
  private final List<UserFilter> filters;

  private UserSearch(Users users, List<UserFilter> filters) {
    this.users = users;
    this.filters = filters;
  }

  /**
   * A search for a text: the beginning of a login, a part of a name, or an external id.
   *
   * @param text an empty text finds all users of the filter
   */
  static UserSearch of(Users users, UserFilter filter, String text) {
    if (text.isEmpty()) {
      return new UserSearch(users, List.of(filter));
    }
    List<UserFilter> filters = new ArrayList<>();
    if (!SearchedTexts.login(text).isEmpty()) {
      filters.add(filter.withLogin(text));
    }
    if (!SearchedTexts.name(text).isEmpty()) {
      filters.add(filter.named(text));
    }
    ExternalId.parse(text).ifPresent(id -> filters.add(filter.withExternalId(id)));
    return new UserSearch(users, filters);
  }

  /** A page of at most {@code limit} users after a place. */
  UserPage page(UserCursor after, int limit) {
    List<User> found = new ArrayList<>();
    Optional<UserCursor> next = Optional.of(after);
    long start = System.nanoTime();
    while (next.isPresent()
        && found.size() < limit
        && System.nanoTime() - start < LONGEST.toNanos()) {
      UserPage part = portion(next.get(), limit - found.size());
      found.addAll(part.users());
      next = part.next();
    }
    return new UserPage(found, next);
  }

  /**
   * The users up to the place that all filters have reached. Those after it are left for the next
   * portion, because a filter that is behind may find users before them.
   */
  private UserPage portion(UserCursor after, int limit) {
    TreeMap<Long, User> found = new TreeMap<>();
    long reached = Long.MAX_VALUE;
    for (UserFilter filter : filters) {
      UserPage page = users.page(filter, after, limit);
      page.users().forEach(user -> found.put(user.id(), user));
      reached = Math.min(reached, page.next().map(UserCursor::number).orElse(Long.MAX_VALUE));
    }
    List<User> complete = new ArrayList<>(found.headMap(reached, true).values());
    if (complete.size() > limit) {
      List<User> first = complete.subList(0, limit);
      return new UserPage(first, Optional.of(new UserCursor(first.get(limit - 1).id())));
    }
    return new UserPage(
        complete,
        reached == Long.MAX_VALUE ? Optional.empty() : Optional.of(new UserCursor(reached)));
  }
}
