package dev.muster.app.job.run;

import dev.muster.app.format.FamiliarRecords;
import dev.muster.app.format.RecordBatch;
import dev.muster.app.seal.RecordImprints;
import dev.muster.app.settings.BuildVersion;
import dev.muster.app.store.Recognition;
import dev.muster.app.store.Recognition.SealedUser;
import dev.muster.prepare.Preparation;
import dev.muster.prepare.Prepared;
import dev.muster.user.Imprint;
import dev.muster.user.Key;
import java.time.zone.ZoneRulesProvider;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Prepares batches, and spares itself the records that their users have been shaped by before and
 * that would change nothing now. Thread-safe.
 */
final class RecognisingPreparation implements BatchPreparation {

  /** Batches that are prepared without a look, at the most, where looking has found little. */
  private static final int LONGEST_PAUSE = 64;

  private final Preparation preparation;
  private final FamiliarRecords familiar;
  private final RecordImprints imprints;
  private final Optional<Recognition> recognition;
  private int pause = 1;
  private int left;

  /**
   * What an import does about familiar records.
   *
   * @param secret the key of the directory's seals
   * @param recognition empty where no users are updated: records leave their imprints only
   */
  RecognisingPreparation(
      Preparation preparation,
      FamiliarRecords familiar,
      String secret,
      Optional<Recognition> recognition) {
    this.preparation = preparation;
    this.familiar = familiar;
    this.imprints = new RecordImprints(secret, program() + familiar.rules());
    this.recognition = recognition;
  }

  @Override
  public List<Prepared> prepare(RecordBatch batch) {
    Map<Integer, SealedUser> known = known(batch);
    List<Prepared> records = new ArrayList<>(batch.size());
    for (int i = 0; i < batch.size(); i++) {
      int place = i;
      SealedUser user = known.get(place);
      records.add(
          user == null
              ? inFull(batch, place)
              : new Prepared.Settled(
                  batch.position(place), user.id(), user.seal(), () -> inFull(batch, place)));
    }
    return records;
  }

  private Prepared inFull(RecordBatch batch, int place) {
    Prepared prepared = BatchPreparation.prepare(batch.parse(place), preparation);
    return prepared instanceof Prepared.Ready ready
        ? new Prepared.Ready(ready.candidate().remembered(imprints.of(batch.source(place))))
        : prepared;
  }

  @Override
  public boolean waits() {
    return recognition.map(Recognition::waits).orElse(false);
  }

  @Override
  public void close() {
    recognition.ifPresent(Recognition::close);
  }

  /** What the program knows by itself: time zones, languages and countries are Java's. */
  private static String program() {
    return BuildVersion.text()
        + '\n'
        + Runtime.version()
        + '\n'
        + ZoneRulesProvider.getVersions("UTC").lastKey()
        + '\n';
  }

  /** The users of those records that are recognised, by the records' places. */
  private Map<Integer, SealedUser> known(RecordBatch batch) {
    if (recognition.isEmpty() || !worthLooking()) {
      return Map.of();
    }
    Map<Key, Integer> places = new HashMap<>(batch.size() * 2);
    Map<Key, Imprint> asked = new HashMap<>(batch.size() * 2);
    for (int place = 0; place < batch.size(); place++) {
      byte[] text = batch.source(place);
      Key identity = familiar.identity(text);
      if (identity != null) {
        places.put(identity, place); // of several about one user, the last alone
        asked.put(identity, imprints.of(text));
      }
    }
    Map<Integer, SealedUser> known = new HashMap<>(batch.size() * 2);
    recognition.get().find(asked).forEach((key, user) -> known.put(places.get(key), user));
    learn(known.size() * 4 >= batch.size());
    return known;
  }

  private synchronized boolean worthLooking() {
    return left-- <= 0;
  }

  /** Several may look at once, and what they learn together counts once. */
  private synchronized void learn(boolean worth) {
    if (worth) {
      pause = 1;
      left = 0;
    } else if (left <= 0) {
      pause = Math.min(2 * pause, LONGEST_PAUSE);
      left = pause;
    }
  }
}
