package dev.muster.app.store;

import dev.muster.user.Imprint;
import dev.muster.user.Key;
import dev.muster.user.Realm;
import dev.muster.user.UniqueScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** Recognition by one look at the rows of all users whose keys are asked for. */
final class StoredRecognition implements Recognition {

  private final Realm realm;
  private final KeyScopes scopes;
  private final SealedRows rows;

  StoredRecognition(Realm realm, SealedRows rows) {
    this.realm = realm;
    this.scopes = new KeyScopes(realm);
    this.rows = rows;
  }

  @Override
  public Map<Key, SealedUser> find(Map<Key, Imprint> records) {
    Map<KeyHash, Map.Entry<Key, Imprint>> asked = new HashMap<>(records.size() * 2);
    for (Map.Entry<Key, Imprint> record : records.entrySet()) {
      if (scopes.scope(record.getKey()) != UniqueScope.NONE) { // else several may have it
        asked.put(KeyHash.of(record.getKey()), record);
      }
    }
    if (asked.isEmpty()) {
      return Map.of();
    }
    Map<Key, SealedUser> found = new HashMap<>(asked.size() * 2);
    try {
      rows.find(
          // in the index's order, so that its pages are visited one after the other
          asked.keySet().stream().mapToLong(KeyHash::high).sorted().toArray(),
          row -> {
            Map.Entry<Key, Imprint> record = asked.get(new KeyHash(row.getLong(1), row.getLong(2)));
            if (record != null
                && row.getInt(3) == realm.number()
                && SealedRow.fits(record.getValue(), row, 4)) {
              found.put(record.getKey(), new SealedUser(row.getLong(4), row.getLong(5)));
            }
          });
      return found;
    } catch (SQLException e) {
      rows.ignored(e); // nothing depends on it: records are read, as without any look
      return Map.of();
    }
  }

  @Override
  public boolean waits() {
    return rows.waits();
  }

  @Override
  public void close() {
    rows.close();
  }

  /** How one database looks the rows up, beside the import. Thread-safe. */
  interface SealedRows {

    /**
     * Hands out key_high, key_low and realm of the keys that begin with these bits, with {@link
     * SealedRow#COLUMNS} of their users.
     *
     * @throws SQLException also after {@link #close}
     */
    void find(long[] keysHigh, Reader reader) throws SQLException;

    /** Whether it waits for another process. */
    boolean waits();

    /** Takes note of a failure that is of no importance. */
    void ignored(SQLException e);

    void close();
  }

  /** Takes one row. */
  interface Reader {
    void read(ResultSet row) throws SQLException;
  }
}
