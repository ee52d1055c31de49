package dev.muster.app.job.run;

import static java.util.Objects.requireNonNull;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.job.CommitPolicy;
import dev.muster.app.job.JobState;
import dev.muster.app.job.missing.MissingAction;
import dev.muster.app.job.missing.MissingLimit;
import dev.muster.app.job.missing.MissingOptions;
import dev.muster.app.job.missing.MissingResult;
import dev.muster.app.job.missing.MissingUser;
import dev.muster.app.store.DirectoryInvariants;
import dev.muster.app.store.StoreKind;
import dev.muster.user.User;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Missing users of random inputs, and of two imports at once. */
class MissingUsersPropertyTest {

  /** Some chunks of records, and users in several blocks of numbers. */
  private static final int PEOPLE = 5000;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"SQLITE,     1", "SQLITE,     2", "SQLITE,     3", "POSTGRESQL, 1", "POSTGRESQL, 2"})
  void whoIsNotInTheInputIsMissing(StoreKind kind, long seed) throws Exception {
    Random random = new Random(seed);
    String address = kind.emptyDirectory(folder, "a");
    try (ImportFixture trial = new ImportFixture(address)) {
      for (int week = 0; week < 5; week++) {
        MissingAction action = List.of(MissingAction.values()).get(random.nextInt(3));
        MissingLimit limit = MissingLimit.parse(random.nextInt(101) + "%").orElseThrow();
        Set<Integer> input = some(random);
        Set<String> before = logins(trial, user -> true);
        Set<String> enabled = logins(trial, user -> !user.account().disabled());
        Set<String> missing = new TreeSet<>(action == MissingAction.DELETE ? before : enabled);
        long expected = missing.size();
        input.forEach(person -> missing.remove(login(person)));
        Path file = ImportFixture.write(folder.resolve("in.ndjson"), records(input));

        FinishedImport dry = run(trial, file, action, limit, true);
        assertThat(logins(trial, user -> true)).isEqualTo(before);
        FinishedImport real = run(trial, file, action, limit, false);

        boolean refused = action.writes() && !limit.allows(missing.size(), expected);
        String what = "seed " + seed + ", week " + week + ", " + action;
        MissingResult result = result(trial, real);
        assertThat(result.missing()).as(what).isEqualTo(missing.size());
        assertThat(result.users()).as(what).isEqualTo(expected);
        assertThat(result.refused()).as(what).isEqualTo(refused);
        assertThat(result(trial, dry)).as(what).isEqualTo(result);
        assertThat(dry.tally()).as(what).isEqualTo(real.tally());
        assertThat(dry.job().state()).as(what).isEqualTo(real.job().state());
        assertThat(named(trial, real)).as(what).hasSize((int) result.listed());
        assertThat(missing).as(what).containsAll(named(trial, real));
        assertThat(named(trial, dry)).as(what).isEqualTo(named(trial, real));

        Set<String> after = new TreeSet<>(before);
        Set<String> able = new TreeSet<>(enabled);
        if (!refused) {
          input.stream().map(MissingUsersPropertyTest::login).filter(after::add).forEach(able::add);
          (action == MissingAction.DELETE ? after : new TreeSet<String>()).removeAll(missing);
          (action == MissingAction.REPORT ? new TreeSet<String>() : able).removeAll(missing);
        }
        assertThat(logins(trial, user -> true)).as(what).isEqualTo(after);
        assertThat(logins(trial, user -> !user.account().disabled())).as(what).isEqualTo(able);
      }
    }
    DirectoryInvariants.assertHold(address);
  }

  /** Most people, or few of them. */
  private static Set<Integer> some(Random random) {
    int percent = 1 + random.nextInt(100);
    Set<Integer> input = new HashSet<>();
    IntStream.range(0, PEOPLE).filter(person -> random.nextInt(100) < percent).forEach(input::add);
    return input;
  }

  private static List<String> records(Set<Integer> people) {
    return people.stream()
        .map(person -> ImportFixture.record("p" + person, "\"name\": \"n\""))
        .toList();
  }

  private static String login(int person) {
    return "p" + person + "@example.com";
  }

  private static FinishedImport run(
      ImportFixture trial, Path file, MissingAction action, MissingLimit limit, boolean dryRun)
      throws Exception {
    MissingOptions missing = new MissingOptions(action, limit, Optional.empty());
    return trial.run(file, ImportFixture.options(true, dryRun, CommitPolicy.CHUNK).with(missing));
  }

  private static MissingResult result(ImportFixture trial, FinishedImport done) {
    return trial.store.jobs().missing().find(done.job().number()).orElseThrow();
  }

  private static List<String> named(ImportFixture trial, FinishedImport done) {
    return trial.store.jobs().missing().users(done.job().number(), 0, PEOPLE).stream()
        .map(MissingUser::login)
        .toList();
  }

  private static Set<String> logins(ImportFixture trial, Predicate<User> wanted) {
    Set<String> logins = new TreeSet<>();
    trial.users().stream()
        .filter(wanted)
        .forEach(user -> logins.add(requireNonNull(user.account().email()).value()));
    return logins;
  }

  /** One names the first half, the other the second half, and both find somebody missing. */
  @ParameterizedTest
  @EnumSource
  void twoImportsAtOnceAreLikeOneAfterTheOther(StoreKind kind) throws Exception {
    String address = kind.emptyDirectory(folder, "a");
    Set<Integer> all = new HashSet<>(IntStream.range(0, 3000).boxed().toList());
    Set<Integer> left = new HashSet<>(IntStream.range(0, 2000).boxed().toList());
    Set<Integer> right = new HashSet<>(IntStream.range(1000, 3000).boxed().toList());
    try (ImportFixture trial = new ImportFixture(address)) {
      trial.run(
          ImportFixture.write(folder.resolve("all.ndjson"), records(all)), ImportFixture.byChunk());
    }
    List<CompletableFuture<FinishedImport>> imports = new ArrayList<>();
    for (Set<Integer> input : List.of(left, right)) {
      Path file =
          ImportFixture.write(folder.resolve("in" + imports.size() + ".ndjson"), records(input));
      imports.add(
          CompletableFuture.supplyAsync(
              () -> {
                try (ImportFixture trial = new ImportFixture(address)) {
                  return run(
                      trial,
                      file,
                      MissingAction.DISABLE,
                      MissingLimit.parse("90%").orElseThrow(),
                      false);
                } catch (Exception e) {
                  throw new IllegalStateException(e);
                }
              }));
    }
    for (CompletableFuture<FinishedImport> done : imports) {
      assertThat(done.get(120, SECONDS).job().state()).isEqualTo(JobState.COMPLETED);
    }
    try (ImportFixture trial = new ImportFixture(address)) {
      assertThat(logins(trial, user -> true)).hasSize(3000);
      assertThat(logins(trial, user -> !user.account().disabled()))
          .containsExactlyInAnyOrderElementsOf(
              IntStream.range(1000, 2000).mapToObj(MissingUsersPropertyTest::login).toList());
    }
    DirectoryInvariants.assertHold(address);
  }
}
