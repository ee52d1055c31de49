package dev.muster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.apply.InMemoryDirectory;
import dev.muster.decide.Decider;
import dev.muster.match.Matcher;
import dev.muster.match.RepeatLedger;
import dev.muster.prepare.Prepared;
import dev.muster.report.RecordResult;
import dev.muster.user.Catalog;
import dev.muster.user.LoginIdKind;
import dev.muster.user.Realm;
import dev.muster.user.RecordFingerprint;
import dev.muster.user.UniqueScope;
import dev.muster.user.User;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * As long as a user has a record's fingerprint, the record changes nothing and gives no warning:
 * whatever other records have done since, and however many keys find the user.
 */
class StoredFingerprintTest {

  private static final int RECORDS = 30;

  static Stream<Long> seeds() {
    return new Random().longs(60).boxed();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aRecordWhoseFingerprintIsStoredChangesNothing(long seed) {
    assertThat(recordsChecked(new Random(seed), seed)).isPositive();
  }

  /** Chance must make some that are found by several keys. */
  @Test
  void recordsWithSeveralKeysLeaveFingerprintsToo() {
    long several = 0;
    for (long seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      Realm realm = realm(random);
      List<Prepared> file = file(random);
      InMemoryDirectory directory = directory(realm);
      file.forEach(record -> run(record, directory, realm));
      several +=
          directory.users().values().stream()
              .map(User::fingerprint)
              .filter(print -> print != null && hasSeveralKeys(file.get((int) print.bits())))
              .count();
    }
    assertThat(several).isPositive();
  }

  private static int recordsChecked(Random random, long seed) {
    Realm realm = realm(random);
    List<Prepared> file = file(random);
    InMemoryDirectory directory = directory(realm);
    int checked = 0;
    for (Prepared record : file) {
      run(record, directory, realm);
      for (User user : directory.users().values()) {
        RecordFingerprint fingerprint = user.fingerprint();
        if (fingerprint != null) {
          Prepared earlier = file.get((int) fingerprint.bits());
          InMemoryDirectory copy = directory(realm).with(directory.users().values());
          assertThat(run(earlier, copy, realm))
              .as("seed %d, record %s", seed, earlier.position())
              .isEqualTo(RecordResult.unchanged(earlier.position(), user.id()));
          checked++;
        }
      }
    }
    return checked;
  }

  private static boolean hasSeveralKeys(Prepared record) {
    return record instanceof Prepared.Ready ready
        && !ready.candidate().furtherIdentities().isEmpty();
  }

  /** Records whose fingerprints are their places. */
  private static List<Prepared> file(Random random) {
    List<Prepared> file = new ArrayList<>();
    for (Prepared record : People.ofSeveralKeys(random, true, false).file(RECORDS)) {
      RecordFingerprint fingerprint = new RecordFingerprint(record.position().index());
      file.add(
          record instanceof Prepared.Ready ready
              ? new Prepared.Ready(ready.candidate().withFingerprint(fingerprint))
              : record);
    }
    return file;
  }

  /** User names and phone numbers need not be unique everywhere; a key that is one finds users. */
  private static Realm realm(Random random) {
    Map<LoginIdKind, UniqueScope> scopes = new EnumMap<>(LoginIdKind.class);
    scopes.put(LoginIdKind.USERNAME, random.nextBoolean() ? UniqueScope.NONE : UniqueScope.REALM);
    scopes.put(
        LoginIdKind.PHONE_NUMBER, random.nextBoolean() ? UniqueScope.NONE : UniqueScope.GLOBAL);
    return new Realm(1, Realm.DEFAULT, scopes, Map.of());
  }

  private static InMemoryDirectory directory(Realm realm) {
    return new InMemoryDirectory(realm, Catalog.EMPTY, Set.of());
  }

  private static RecordResult run(Prepared record, InMemoryDirectory directory, Realm realm) {
    ChunkImport engine =
        new ChunkImport(
            new Matcher(realm.number()),
            new Decider(People.UPDATE, realm, Instant.ofEpochSecond(1)),
            1,
            true);
    return engine.run(List.of(record), directory, RepeatLedger.none()).get(0);
  }
}
