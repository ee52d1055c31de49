package dev.muster.bench;

import dev.muster.app.Application;
import dev.muster.app.job.Job;
import dev.muster.app.job.JobFilter;
import dev.muster.app.job.JobStore;
import dev.muster.app.store.Session;
import dev.muster.app.store.UserCursor;
import dev.muster.app.store.UserFilter;
import dev.muster.app.store.UserPage;
import dev.muster.app.store.Users;
import dev.muster.app.store.WaitListener;
import dev.muster.user.User;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Measures how long it takes to find a page of users.
 *
 * <p>{@code FindUsers URL}, of a directory of the users of {@link MakeUsers}, first brings the
 * search index up to date. Then it prints a line for each filter: the milliseconds of the first
 * search, the median and maximum of further ones, the number of users on the page, the number of
 * pages that it took, and the filter. Before these, a line says how long indexing took.
 */
public final class FindUsers {

  private static final int TIMES = 30;
  private static final int PAGE = 50;

  private FindUsers() {}

  /** Runs the program; see the class comment. */
  public static void main(String[] args) throws Exception {
    Path here = Path.of("").toAbsolutePath();
    try (Application application =
            new Application(
                here, Optional.empty(), Optional.of(args[0]), Map.of(), WaitListener.SILENT);
        Session session = application.open()) {
      if (args.length == 1) {
        index(session.users());
      }
      filters(session).forEach((name, wanted) -> measure(session.users(), name, wanted));
    }
  }

  private static void index(Users users) {
    long pending = users.unindexed();
    long begun = System.nanoTime();
    long longest = 0;
    boolean more = pending > 0;
    while (more) {
      long portion = System.nanoTime();
      more = users.indexPortion();
      longest = Math.max(longest, System.nanoTime() - portion);
    }
    System.out.printf(
        Locale.ROOT,
        "indexed %d users in %.1f s, portions of at most %.0f ms%n",
        pending,
        (System.nanoTime() - begun) / 1e9,
        longest / 1e6);
  }

  private record Wanted(UserFilter filter, long after) {}

  private static Map<String, Wanted> filters(Session session) {
    Job job = session.jobs().page(JobFilter.ALL, JobStore.LATEST, 1).get(0);
    long last = job.firstUser() + job.records() - 1;
    long middle = (job.firstUser() + last) / 2;
    Person person = People.person(job.records() - 1, 0);
    UserFilter all = UserFilter.ALL;
    Map<String, Wanted> filters = new LinkedHashMap<>();
    filters.put("everything", new Wanted(all, middle));
    filters.put("realm", new Wanted(all.ofRealm(1), middle));
    filters.put("realm without users", new Wanted(all.ofRealm(99), 0));
    filters.put("login, one letter", new Wanted(all.withLogin("a"), 0));
    filters.put("login, a name", new Wanted(all.withLogin("jurgen.mueller"), middle));
    filters.put("login, one user, the last", new Wanted(all.withLogin(person.username()), 0));
    filters.put(
        "login, the last without its last letter",
        new Wanted(
            all.withLogin(person.username().substring(0, person.username().length() - 1)), 0));
    filters.put("login, nobody, common letters", new Wanted(all.withLogin("ada.chen.ada.chen"), 0));
    filters.put("name, MÜLLER", new Wanted(all.named("MÜLLER"), middle));
    filters.put("name, jürgen mü", new Wanted(all.named("jürgen mü"), 0));
    filters.put("name, one letter", new Wanted(all.named("ø"), middle));
    filters.put("name, nobody, common letters", new Wanted(all.named("anderssonada"), 0));
    filters.put("name, nobody", new Wanted(all.named("qqq"), 0));
    filters.put("group", new Wanted(all.inGroup("payroll"), middle));
    filters.put("group without members", new Wanted(all.inGroup("nobody"), 0));
    filters.put("role without users", new Wanted(all.withRole("nothing"), 0));
    filters.put("enabled", new Wanted(all.in(UserFilter.State.ENABLED), middle));
    filters.put("disabled: nobody", new Wanted(all.in(UserFilter.State.DISABLED), 0));
    filters.put("import", new Wanted(all.createdBy(job), middle));
    filters.put(
        "group, name and state",
        new Wanted(all.inGroup("payroll").named("jürgen müller").in(UserFilter.State.ENABLED), 0));
    filters.put(
        "group, name and import, from its last thousand",
        new Wanted(all.inGroup("payroll").named("müller").createdBy(job), last - 1000));
    return filters;
  }

  private static void measure(Users users, String name, Wanted wanted) {
    double first = 0;
    double[] rest = new double[TIMES];
    List<User> found = List.of();
    for (int i = -1; i < TIMES; i++) {
      long begun = System.nanoTime();
      UserPage page = users.page(wanted.filter(), new UserCursor(wanted.after()), PAGE);
      double milliseconds = (System.nanoTime() - begun) / 1e6;
      found = page.users();
      if (i < 0) {
        first = milliseconds;
      } else {
        rest[i] = milliseconds;
      }
    }
    Arrays.sort(rest);
    System.out.printf(
        Locale.ROOT,
        "%.1f %.1f %.1f %d %d %s%n",
        first,
        rest[TIMES / 2],
        rest[TIMES - 1],
        found.size(),
        pages(users, wanted),
        name);
  }

  /** The number of pages until one has a user, or until the end. */
  private static int pages(Users users, Wanted wanted) {
    Optional<UserCursor> at = Optional.of(new UserCursor(wanted.after()));
    int pages = 0;
    while (at.isPresent()) {
      UserPage page = users.page(wanted.filter(), at.get(), PAGE);
      pages++;
      at = page.users().isEmpty() ? page.next() : Optional.empty();
    }
    return pages;
  }
}
