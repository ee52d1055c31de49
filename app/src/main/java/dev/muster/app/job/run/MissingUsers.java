package dev.muster.app.job.run;

import dev.muster.app.job.Job;
import dev.muster.app.job.JobStore;
import dev.muster.app.job.missing.MissingLog;
import dev.muster.app.job.missing.MissingOptions;
import dev.muster.app.job.missing.MissingResult;
import dev.muster.app.job.missing.MissingUser;
import dev.muster.app.job.missing.UserNumbers;
import dev.muster.app.store.Session;
import dev.muster.apply.ChunkQuery;
import dev.muster.apply.Directory;
import dev.muster.match.DirectoryView;
import dev.muster.report.Outcome;
import dev.muster.user.Realm;
import dev.muster.user.User;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Finds the users who are missing from one import's input: they were expected in it before the
 * import began, and no record matched them. For one attempt at the import.
 */
final class MissingUsers {

  /** How many users are loaded and written together. */
  private static final int AT_ONCE = 1000;

  /** How many users are listed if the limit is exceeded, which is probably a mistake. */
  private static final int LISTED_ABOVE_LIMIT = 1000;

  private final Session store;
  private final Job job;
  private final Realm realm;
  private final MissingOptions options;
  private final Directory directory;
  private final UserNumbers expected = new UserNumbers();
  private final UserNumbers disabled = new UserNumbers();
  private long expectedCount;

  private MissingUsers(
      Session store, Job job, Realm realm, MissingOptions options, Directory directory) {
    this.store = store;
    this.job = job;
    this.realm = realm;
    this.options = options;
    this.directory = directory;
  }

  /**
   * Notes who is expected in the input. Call it before the import writes; an import that is to
   * change missing users calls it in the transaction of its writes.
   *
   * @return empty if the import does not look for missing users
   */
  static Optional<MissingUsers> before(Session store, Job job, Realm realm, Directory directory) {
    return job.options()
        .missing()
        .map(
            options -> {
              MissingUsers missing = new MissingUsers(store, job, realm, options, directory);
              missing.noteExpected();
              return missing;
            });
  }

  private void noteExpected() {
    directory.load(ChunkQuery.aboutUsers(Set.of())); // takes the locks of a writing transaction
    long firstNew = job.firstUser();
    long afterNew = firstNew + job.records();
    store
        .users()
        .each(
            Optional.of(realm.number()),
            user -> {
              boolean ownWork = user.id() >= firstNew && user.id() < afterNew; // when resumed
              if (!ownWork && options.includes(user)) {
                note(user);
              }
            });
    expectedCount = expected.size();
  }

  private void note(User user) {
    boolean spared = options.sparesDisabled() && user.account().disabled();
    (spared ? disabled : expected).add(user.id());
  }

  /**
   * Finds out who is missing.
   *
   * @param results the store that has the results of all records
   * @param of the job in that store
   */
  Found find(JobStore results, Job of) {
    long[] created = {0};
    results.chunks(
        of,
        false,
        chunk ->
            chunk
                .results()
                .forEach(
                    result -> {
                      created[0] += result.outcome() == Outcome.INSERTED ? 1 : 0;
                      expected.remove(result.userId());
                      disabled.remove(result.userId());
                    }));
    long missing = expected.size();
    boolean allowed = job.records() > 0 && options.limit().allows(missing, expectedCount);
    return new Found(missing, created[0], missing > 0 && !allowed);
  }

  /** Missing users, in portions; only the first ones if the limit is exceeded. */
  private void each(boolean all, Consumer<List<User>> reader) {
    Set<Long> numbers = new HashSet<>();
    long[] left = {all ? Long.MAX_VALUE : LISTED_ABOVE_LIMIT};
    expected.each(
        number -> {
          if (left[0]-- > 0) {
            numbers.add(number);
          }
          if (numbers.size() == AT_ONCE) {
            reader.accept(loaded(numbers));
            numbers.clear();
          }
        });
    if (!numbers.isEmpty()) {
      reader.accept(loaded(numbers));
    }
  }

  private List<User> loaded(Set<Long> numbers) {
    DirectoryView view = directory.load(ChunkQuery.aboutUsers(Set.copyOf(numbers)));
    List<User> users = new ArrayList<>(numbers.size());
    numbers.stream()
        .sorted()
        .forEach(
            number -> {
              User user = view.userOrNull(number);
              if (user != null) { // otherwise somebody else has deleted it meanwhile
                users.add(user);
              }
            });
    return users;
  }

  /** The missing users, once all records are imported. */
  final class Found {

    private final long missing;
    private final long created;
    private final boolean aboveLimit;

    private Found(long missing, long created, boolean aboveLimit) {
      this.missing = missing;
      this.created = created;
      this.aboveLimit = aboveLimit;
    }

    /** Whether nothing may be imported, because too many users are missing. */
    boolean refuses() {
      return aboveLimit && options.action().writes();
    }

    /** Disables or deletes the missing users, in the import's transaction. */
    void carryOut() {
      if (options.action().writes()) {
        MissingWrites writes = new MissingWrites(store, job, directory);
        each(true, users -> writes.carryOut(options.action(), users));
      }
    }

    /** Lists the missing users, to be stored later. */
    List<MissingUser> first() {
      List<MissingUser> first = new ArrayList<>();
      each(false, users -> users.forEach(user -> first.add(MissingUser.of(user))));
      return first;
    }

    /** Stores what was found, in a transaction of the store. */
    void save() {
      MissingLog log = store.jobs().missing();
      log.forget(job.number());
      long[] listed = {0};
      each(
          !aboveLimit,
          users -> {
            listed[0] += users.size();
            log.add(job.number(), users.stream().map(MissingUser::of).toList());
          });
      log.save(job.number(), result(listed[0]));
    }

    /** Stores that nothing was imported, in a transaction of the store. */
    void saveRefusal(List<MissingUser> first) {
      MissingLog log = store.jobs().missing();
      log.forget(job.number());
      log.add(job.number(), first);
      log.save(job.number(), result(first.size()));
    }

    private MissingResult result(long listed) {
      return new MissingResult(
          options, missing, expectedCount, disabled.size(), created, listed, refuses());
    }
  }
}
