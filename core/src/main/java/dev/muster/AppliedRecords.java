package dev.muster;

import dev.muster.apply.Directory;
import dev.muster.prepare.Prepared;
import dev.muster.user.RecordFingerprint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks again, inside the transaction, that already applied records are still current. */
final class AppliedRecords {

  private AppliedRecords() {}

  /** The same records, except that those whose users have changed since are prepared fully. */
  static List<Prepared> recheck(List<Prepared> records, Directory directory) {
    Map<Long, RecordFingerprint> fingerprints = new HashMap<>();
    for (Prepared record : records) {
      if (record instanceof Prepared.AlreadyApplied applied) {
        fingerprints.put(applied.userId(), applied.fingerprint());
      }
    }
    return fingerprints.isEmpty()
        ? records
        : prepareFully(records, directory.stillCurrent(fingerprints));
  }

  /** The same records, all prepared fully. */
  static List<Prepared> prepareFully(List<Prepared> records) {
    return prepareFully(records, Set.of());
  }

  private static List<Prepared> prepareFully(List<Prepared> records, Set<Long> currentUsers) {
    List<Prepared> next = new ArrayList<>(records.size());
    for (Prepared record : records) {
      boolean changed =
          record instanceof Prepared.AlreadyApplied applied
              && !currentUsers.contains(applied.userId());
      next.add(changed ? ((Prepared.AlreadyApplied) record).prepareFully().get() : record);
    }
    return next;
  }
}
