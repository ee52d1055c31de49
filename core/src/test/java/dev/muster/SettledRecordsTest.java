package dev.muster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.apply.ChunkQuery;
import dev.muster.apply.Directory;
import dev.muster.apply.InMemoryDirectory;
import dev.muster.decide.Decider;
import dev.muster.match.DirectoryView;
import dev.muster.match.Matcher;
import dev.muster.match.RepeatLedger;
import dev.muster.match.UserChange;
import dev.muster.prepare.Prepared;
import dev.muster.report.RecordResult;
import dev.muster.user.Catalog;
import dev.muster.user.Realm;
import dev.muster.user.User;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Records that were done already come to what they would come to if they were read. */
class SettledRecordsTest {

  private static final Realm REALM = new Realm(1, Realm.DEFAULT, Map.of(), Map.of());

  static Stream<Long> seeds() {
    return new Random().longs(100).boxed();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void resultsAreTheSame(long seed) {
    Random random = new Random(seed);
    Collection<User> before = before(random);
    List<Prepared> file = new People(random, true, false).file(40);
    SealedDirectory reading = new SealedDirectory(before);
    List<RecordResult> expected = run(file, 40, reading);

    List<Prepared> some = file.stream().map(record -> doneOrFull(record, before)).toList();
    for (int size : new int[] {1, 2, 3, 7, 16, 40}) {
      SealedDirectory directory = new SealedDirectory(before);
      assertThat(run(some, size, directory)).as("chunks of %d", size).isEqualTo(expected);
      assertThat(directory.users()).as("chunks of %d", size).isEqualTo(reading.users());
    }
  }

  /** Chance must make some of them, of which some are found to be done no more. */
  @Test
  void someAreDoneAndSomeNoMore() {
    int done = 0;
    int again = 0;
    for (long seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      Collection<User> before = before(random);
      int[] read = new int[1];
      List<Prepared> file =
          new People(random, true, false)
              .file(40).stream().map(record -> counting(doneOrFull(record, before), read)).toList();
      done += (int) file.stream().filter(Prepared.Settled.class::isInstance).count();
      run(file, 16, new SealedDirectory(before));
      again += read[0];
    }
    assertThat(done).isGreaterThan(again);
    assertThat(again).isPositive();
  }

  private static Prepared counting(Prepared record, int[] read) {
    return record instanceof Prepared.Settled done
        ? new Prepared.Settled(
            done.position(),
            done.userId(),
            done.seal(),
            () -> {
              read[0]++;
              return done.inFull().get();
            })
        : record;
  }

  /** Done, where the record alone would change nothing and say nothing. */
  private static Prepared doneOrFull(Prepared record, Collection<User> before) {
    SealedDirectory directory = new SealedDirectory(before);
    RecordResult alone = run(List.of(record), 1, directory).get(0);
    return alone.equals(RecordResult.unchanged(record.position(), alone.userId()))
        ? new Prepared.Settled(
            record.position(), alone.userId(), directory.seal(alone.userId()), () -> record)
        : record;
  }

  private static Collection<User> before(Random random) {
    SealedDirectory directory = new SealedDirectory(List.of());
    run(new People(random, true, false).file(40), 20, directory);
    return directory.users().values();
  }

  private static List<RecordResult> run(
      List<Prepared> file, int chunkSize, SealedDirectory directory) {
    ChunkImport engine =
        new ChunkImport(
            new Matcher(REALM.number()),
            new Decider(People.UPDATE, REALM, Instant.ofEpochSecond(1)),
            directory.users().isEmpty() ? 1 : 1000,
            true);
    List<RecordResult> results = new ArrayList<>();
    for (int from = 0; from < file.size(); from += chunkSize) {
      List<Prepared> chunk = file.subList(from, Math.min(file.size(), from + chunkSize));
      results.addAll(engine.run(chunk, directory, RepeatLedger.none()));
    }
    return results;
  }

  /** A directory whose seals are made of all that there is to a user. */
  private static final class SealedDirectory implements Directory {

    private final InMemoryDirectory users;

    SealedDirectory(Collection<User> users) {
      this.users = new InMemoryDirectory(REALM, Catalog.EMPTY, Set.of()).with(users);
    }

    Map<Long, User> users() {
      return users.users();
    }

    long seal(long id) {
      return users().get(id).hashCode();
    }

    @Override
    public DirectoryView load(ChunkQuery inquiry) {
      return users.load(inquiry);
    }

    @Override
    public Set<Long> sealed(Map<Long, Long> seals) {
      Set<Long> same = new HashSet<>(seals.keySet());
      same.removeIf(id -> seals.get(id) != seal(id));
      return same;
    }

    @Override
    public void apply(Collection<UserChange> changes) {
      users.apply(changes);
    }
  }
}
