package dev.muster.app.job.unchanged;

import static java.util.Objects.requireNonNull;

import dev.muster.apply.StoreUnavailable;
import dev.muster.prepare.ChunkPreparation;
import dev.muster.prepare.Preparation;
import dev.muster.prepare.Prepared;
import dev.muster.read.ParsableRecords;
import dev.muster.user.Key;
import dev.muster.user.LoginIdKind;
import dev.muster.user.Realm;
import dev.muster.user.RecordFingerprint;
import dev.muster.user.UniqueScope;
import java.time.zone.ZoneRulesProvider;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Prepares batches, and skips parsing of the records that were already applied to their users.
 * Thread-safe.
 */
public final class UnchangedRecords implements ChunkPreparation {

  /** The longest pause, in batches, after look-ups that found few unchanged records. */
  private static final int LONGEST_PAUSE = 64;

  private final Preparation preparation;
  private final UnparsedRecords unparsed;
  private final RecordFingerprints fingerprints;
  private final Optional<UnchangedLookup> lookup;
  private int pause = 1;
  private int left;
  private boolean givenUp;
  private Optional<String> reason = Optional.empty();

  /**
   * Prepares the records of one import.
   *
   * @param version the program's version; another version may interpret the same record differently
   * @param secret the directory's key for fingerprints
   * @param lookup empty if the import updates no users; then fingerprints are only stored
   */
  public UnchangedRecords(
      Preparation preparation,
      UnparsedRecords unparsed,
      Realm realm,
      String version,
      String secret,
      Optional<UnchangedLookup> lookup) {
    this.preparation = preparation;
    this.unparsed = unparsed;
    this.fingerprints =
        new RecordFingerprints(
            secret, program(version) + uniqueness(realm) + '\n' + unparsed.rules());
    this.lookup = lookup;
  }

  @Override
  public List<Prepared> prepare(ParsableRecords batch) {
    Map<Integer, AppliedRecord> applied = applied(batch);
    List<Prepared> records = new ArrayList<>(batch.size());
    for (int i = 0; i < batch.size(); i++) {
      int index = i;
      AppliedRecord record = applied.get(index);
      records.add(
          record == null
              ? prepareFully(batch, index)
              : new Prepared.AlreadyApplied(
                  batch.position(index),
                  record.userId(),
                  record.fingerprint(),
                  () -> prepareFully(batch, index)));
    }
    return records;
  }

  private Prepared prepareFully(ParsableRecords batch, int index) {
    Prepared prepared = preparation.prepareOrReject(batch.parse(index));
    return prepared instanceof Prepared.Ready ready
        ? new Prepared.Ready(
            ready.candidate().withFingerprint(fingerprints.of(batch.source(index))))
        : prepared;
  }

  @Override
  public boolean waits() {
    return lookup.map(UnchangedLookup::waits).orElse(false);
  }

  /**
   * Why look-ups were given up; empty if they were not, or after the first call that returned it.
   */
  public synchronized Optional<String> whyGivenUp() {
    Optional<String> told = reason;
    reason = Optional.empty();
    return told;
  }

  @Override
  public void close() {
    lookup.ifPresent(UnchangedLookup::close);
  }

  /**
   * The versions on which the meaning of a record depends: time zones, languages and countries come
   * from the Java runtime.
   */
  private static String program(String version) {
    return version
        + '\n'
        + Runtime.version()
        + '\n'
        + ZoneRulesProvider.getVersions("UTC").lastKey()
        + '\n';
  }

  /**
   * The uniqueness rules as text: if a key need not be unique any more, a record may match other
   * users.
   */
  private static String uniqueness(Realm realm) {
    Map<LoginIdKind, UniqueScope> loginIds = new EnumMap<>(LoginIdKind.class);
    for (LoginIdKind kind : LoginIdKind.values()) {
      loginIds.put(kind, realm.scopeOf(kind));
    }
    return loginIds + " " + new TreeMap<>(realm.attributeScopes());
  }

  /** The records that were already applied, by their index in the batch. */
  private Map<Integer, AppliedRecord> applied(ParsableRecords batch) {
    if (lookup.isEmpty() || !worthLooking()) {
      return Map.of();
    }
    Map<Key, Integer> indexes = new HashMap<>(batch.size() * 2);
    Map<Key, RecordFingerprint> asked = new HashMap<>(batch.size() * 2);
    for (int index = 0; index < batch.size(); index++) {
      byte[] text = batch.source(index);
      Key identity = unparsed.identity(text);
      if (identity != null) {
        indexes.put(identity, index); // of several records about one user, only the last
        asked.put(identity, fingerprints.of(text));
      }
    }
    Map<Integer, AppliedRecord> applied = new HashMap<>(batch.size() * 2);
    find(lookup.get(), asked)
        .forEach(
            (key, userId) ->
                applied.put(
                    indexes.get(key), new AppliedRecord(userId, requireNonNull(asked.get(key)))));
    learn(applied.size() * 4 >= batch.size());
    return applied;
  }

  private Map<Key, Long> find(UnchangedLookup users, Map<Key, RecordFingerprint> asked) {
    try {
      return users.find(asked);
    } catch (StoreUnavailable e) {
      if (e.kind() == StoreUnavailable.Kind.PERMANENT) {
        giveUp(String.valueOf(e.getMessage()));
      }
      return Map.of(); // the records are parsed, as without a look-up
    }
  }

  private synchronized void giveUp(String why) {
    if (!givenUp) {
      givenUp = true;
      reason = Optional.of(why);
    }
  }

  private synchronized boolean worthLooking() {
    return !givenUp && left-- <= 0;
  }

  /** Adjusts the pause between look-ups. Results of concurrent look-ups count once. */
  private synchronized void learn(boolean worth) {
    if (worth) {
      pause = 1;
      left = 0;
    } else if (left <= 0) {
      pause = Math.min(2 * pause, LONGEST_PAUSE);
      left = pause;
    }
  }

  /** A record that was already applied, and the user that it was applied to. */
  private record AppliedRecord(long userId, RecordFingerprint fingerprint) {}
}
