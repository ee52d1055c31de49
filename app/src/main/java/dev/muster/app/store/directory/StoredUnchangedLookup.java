package dev.muster.app.store.directory;

import static java.util.Objects.requireNonNull;

import dev.muster.app.job.unchanged.UnchangedLookup;
import dev.muster.user.Key;
import dev.muster.user.Realm;
import dev.muster.user.RecordFingerprint;
import dev.muster.user.UniqueScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Looks up the users of a batch by their keys, then the users' fingerprints. */
public final class StoredUnchangedLookup implements UnchangedLookup {

  private final Realm realm;
  private final KeyScopes scopes;
  private final Rows rows;

  public StoredUnchangedLookup(Realm realm, Rows rows) {
    this.realm = realm;
    this.scopes = new KeyScopes(realm);
    this.rows = rows;
  }

  @Override
  public Map<Key, Long> find(Map<Key, RecordFingerprint> records) {
    Map<KeyHash, Key> asked = new HashMap<>(records.size() * 2);
    for (Key key : records.keySet()) {
      if (scopes.scope(key) != UniqueScope.NONE) { // else several users may have it
        asked.put(KeyHash.of(key), key);
      }
    }
    Map<Long, Key> users = new HashMap<>(asked.size() * 2);
    Map<Key, Long> found = new HashMap<>(asked.size() * 2);
    if (!asked.isEmpty()) {
      rows.read(
          // in the index's order, so that its pages are visited one after the other
          asked.keySet().stream().mapToLong(KeyHash::high).sorted().toArray(),
          row -> {
            Key key = asked.get(new KeyHash(row.getLong(1), row.getLong(2)));
            if (key != null && row.getInt(3) == realm.number()) {
              users.put(row.getLong(4), key);
            }
          },
          users.keySet(),
          row -> {
            Key key = users.get(row.getLong(1));
            if (key != null && isOf(requireNonNull(records.get(key)), row)) {
              found.put(key, row.getLong(1));
            }
          });
    }
    return found;
  }

  /** Whether a row of number and fingerprint has this fingerprint. */
  static boolean isOf(RecordFingerprint fingerprint, ResultSet row) throws SQLException {
    return row.getLong(2) == fingerprint.bits() && !row.wasNull();
  }

  @Override
  public boolean waits() {
    return rows.waits();
  }

  @Override
  public void close() {
    rows.close();
  }

  /** How one database reads the rows, beside the import. Thread-safe. */
  public interface Rows {

    /**
     * Reads the keys that begin with given bits, then users. Two statements, so that a database
     * whose tables are distributed can send each row's look-up to the node that has the row.
     *
     * @param keys takes key_high, key_low, realm and user_id of each key
     * @param users numbers of users, complete when all keys were read
     * @param fingerprints takes id and record_fingerprint of each user
     * @throws dev.muster.apply.StoreUnavailable if the database can't answer
     */
    void read(long[] keysHigh, RowReader keys, Set<Long> users, RowReader fingerprints);

    /** Whether another process answers. */
    boolean waits();

    void close();
  }

  /** Reads one row. */
  public interface RowReader {
    void read(ResultSet row) throws SQLException;
  }
}
