package dev.muster;

import dev.muster.apply.Directory;
import dev.muster.prepare.Prepared;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells of settled records whether they still are. */
final class SettledRecords {

  private SettledRecords() {}

  /** The same records, those prepared in full whose users are not as they were. */
  static List<Prepared> confirmed(List<Prepared> records, Directory directory) {
    Map<Long, Long> seals = new HashMap<>();
    for (Prepared record : records) {
      if (record instanceof Prepared.Settled settled) {
        seals.put(settled.userId(), settled.seal());
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
      boolean again =
          record instanceof Prepared.Settled settled && !unlessAbout.contains(settled.userId());
      next.add(again ? ((Prepared.Settled) record).inFull().get() : record);
    }
    return next;
  }
}
