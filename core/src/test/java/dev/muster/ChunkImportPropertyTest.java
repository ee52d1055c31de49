package dev.muster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.apply.InMemoryDirectory;
import dev.muster.decide.Decider;
import dev.muster.match.Matcher;
import dev.muster.match.RepeatLedger;
import dev.muster.prepare.Prepared;
import dev.muster.report.Outcome;
import dev.muster.report.RecordResult;
import dev.muster.user.Catalog;
import dev.muster.user.Key;
import dev.muster.user.Realm;
import dev.muster.user.User;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What has to hold for every file and every directory. */
class ChunkImportPropertyTest {

  private static final Realm REALM = new Realm(1, Realm.DEFAULT, Map.of(), Map.of());

  /** Fresh ones in every run; a failing test names its own, to be put in their place. */
  static Stream<Long> seeds() {
    return new Random().longs(60).boxed();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void importingTwiceChangesNothingTheSecondTime(long seed) {
    Random random = new Random(seed);
    List<Prepared> file = people(random, false, random.nextBoolean()).file(40);
    InMemoryDirectory directory = directory(List.of());
    List<RecordResult> first = run(file, 1 + random.nextInt(40), 1, 1, directory);
    Map<Long, User> after = directory.users();
    List<RecordResult> second = run(file, 1 + random.nextInt(40), 1000, 2, directory);
    assertThat(directory.users()).isEqualTo(after);
    assertThat(second).noneMatch(RecordResult::changed);
    assertThat(second).extracting(RecordResult::userId).isEqualTo(ids(first));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theSizeOfAChunkNeverChangesResults(long seed) {
    Random random = new Random(seed);
    boolean claiming = random.nextBoolean();
    Collection<User> before = directoryBefore(random);
    List<Prepared> file = people(random, true, claiming).file(40);
    InMemoryDirectory byRecord = directory(before);
    List<RecordResult> expected = run(file, 1, 1000, 2, byRecord);
    for (int size : new int[] {2, 3, 7, 16, 39, 40}) {
      InMemoryDirectory directory = directory(before);
      assertThat(run(file, size, 1000, 2, directory)).as("chunks of %d", size).isEqualTo(expected);
      assertThat(directory.users()).as("chunks of %d", size).isEqualTo(byRecord.users());
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aFailedRecordLeavesNothingBehind(long seed) {
    Random random = new Random(seed);
    boolean claiming = random.nextBoolean();
    Collection<User> before = directoryBefore(random);
    List<Prepared> file = people(random, true, claiming).file(40);
    InMemoryDirectory directory = directory(before);
    List<RecordResult> results = run(file, 7, 1000, 2, directory);

    List<Prepared> good = new ArrayList<>();
    for (int i = 0; i < file.size(); i++) {
      if (results.get(i).outcome() != Outcome.FAILED) {
        good.add(file.get(i));
      }
    }
    InMemoryDirectory withoutBad = directory(before);
    assertThat(run(good, 7, 1000, 2, withoutBad))
        .isEqualTo(results.stream().filter(r -> r.outcome() != Outcome.FAILED).toList());
    assertThat(withoutBad.users()).isEqualTo(directory.users());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyResultIsTrueOfTheDirectory(long seed) {
    Random random = new Random(seed);
    InMemoryDirectory directory = directory(directoryBefore(random));
    for (Prepared record : people(random, true, false).file(40)) {
      Map<Long, User> before = directory.users();
      RecordResult result = run(List.of(record), 1, 1000, 2, directory).get(0);
      Map<Long, User> after = directory.users();
      assertThat(after.equals(before)).isEqualTo(!result.changed());
      assertThat(after.size() - before.size())
          .isEqualTo(result.outcome() == Outcome.INSERTED ? 1 : 0);
      assertThat(result.changes().isEmpty()).isEqualTo(!result.changed());
      assertThat(result.problems().isEmpty()).isEqualTo(result.outcome() != Outcome.FAILED);
      after.keySet().removeAll(before.keySet());
      before.forEach(
          (id, user) -> {
            if (id != result.userId()) {
              assertThat(directory.users()).containsEntry(id, user);
            }
          });
      assertThat(after.keySet()).isSubsetOf(Set.of(result.userId()));
    }
  }

  /** Half of the files have records with several keys. */
  private static People people(Random random, boolean quarrelsome, boolean claiming) {
    return random.nextBoolean()
        ? People.ofSeveralKeys(random, quarrelsome, claiming)
        : new People(random, quarrelsome, claiming);
  }

  private static List<Long> ids(List<RecordResult> results) {
    return results.stream().map(RecordResult::userId).toList();
  }

  private static Collection<User> directoryBefore(Random random) {
    InMemoryDirectory directory = directory(List.of());
    run(new People(random, true, false).file(20), 20, 1, 1, directory);
    return directory.users().values();
  }

  private static InMemoryDirectory directory(Collection<User> users) {
    return new InMemoryDirectory(REALM, Catalog.EMPTY, Set.of()).with(users);
  }

  private static List<RecordResult> run(
      List<Prepared> file, int chunkSize, long firstUser, int time, InMemoryDirectory directory) {
    ChunkImport engine =
        new ChunkImport(
            new Matcher(REALM.number()),
            new Decider(People.UPDATE, REALM, Instant.ofEpochSecond(time)),
            firstUser,
            true);
    Map<Key, RepeatLedger.Entry> claims = new HashMap<>();
    List<RecordResult> results = new ArrayList<>();
    for (int from = 0; from < file.size(); from += chunkSize) {
      RepeatLedger ledger = new RepeatLedger(key -> true, claims);
      List<Prepared> chunk = file.subList(from, Math.min(file.size(), from + chunkSize));
      results.addAll(engine.run(chunk, directory, ledger));
      claims.putAll(ledger.added());
    }
    return results;
  }
}
