package dev.muster;

import dev.muster.apply.Directory;
import dev.muster.prepare.Prepared;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells of records that were done already whether that still holds. */
final class DoneRecords {

  private DoneRecords() {}

  /** The same records, those prepared in full whose users are not as they were. */
  static List<Prepared> confirmed(List<Prepared> records, Directory directory) {
    Map<Long, Long> seals = new HashMap<>();
    for (Prepared record : records) {
      if (record instanceof Prepared.Done done) {
        seals.put(done.userId(), done.seal());
      }
    }
    return seals.isEmpty() ? records : inFull(records, directory.sealed(seals));
  }

  /** The same records, all prepared in full. */
  static List<Prepared> inFull(List<Prepared> records) {
    return inFull(records, Set.of());
  }

  private static List<Prepared> inFull(List<Prepared> records, Set<Long> unlessAbout) {
    List<Prepared> next = new ArrayList<>(records.size());
    for (Prepared record : records) {
      boolean again = record instanceof Prepared.Done done && !unlessAbout.contains(done.userId());
      next.add(again ? ((Prepared.Done) record).inFull().get() : record);
    }
    return next;
  }
}
