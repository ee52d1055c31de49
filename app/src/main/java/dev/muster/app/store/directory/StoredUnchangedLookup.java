package dev.muster.app.store.directory;

import static java.util.Objects.requireNonNull;

import dev.muster.app.job.unchanged.UnchangedLookup;
import dev.muster.user.Key;
import dev.muster.user.KeyHash;
import dev.muster.user.Realm;
import dev.muster.user.RecordFingerprint;
import dev.muster.user.UniqueScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Looks up the users of a batch of records by their keys, then the users' fingerprints. */
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
      if (scopes.scope(key) != UniqueScope.NONE) { // otherwise several users may have the key
        asked.put(key.hash(), key);
      }
    }
    Map<Long, Key> users = new HashMap<>(asked.size() * 2);
    Map<Key, Long> found = new HashMap<>(asked.size() * 2);
    if (!asked.isEmpty()) {
      rows.read(
          // in index order, so that its pages are visited one after the other
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

  /** Whether a row of id and fingerprint has this fingerprint. */
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

  /** Reads rows on connections besides the import's. Thread-safe. */
  public interface Rows {

    /**
     * Reads keys by their first 64 bits, then users by number. There are two statements, so that
     * Citus can route each to the nodes that have the rows.
     *
     * @param keysHigh the first 64 bits of the keys' hashes, in ascending order
     * @param keys receives key_high, key_low, realm and user_id of each key
     * @param users numbers of the users to read; {@code keys} may add to them
     * @param fingerprints receives id and record_fingerprint of each user
     * @throws dev.muster.apply.StoreUnavailable if the look-up fails or times out
     */
    void read(long[] keysHigh, RowReader keys, Set<Long> users, RowReader fingerprints);

    /** Whether look-ups wait for another process, a database server. */
    boolean waits();

    void close();
  }

  /** Reads one row. */
  public interface RowReader {
    void read(ResultSet row) throws SQLException;
  }
}
