package dev.muster.app.store.directory;

import dev.muster.app.store.sql.WriteBehind;
import dev.muster.match.UserChange;
import dev.muster.user.KeyHash;
import dev.muster.user.RecordFingerprint;
import dev.muster.user.User;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Bulk reads and writes of the tables {@code users} and {@code login_keys}, for one kind of
 * database.
 */
public interface DirectoryTables {

  /** 1 if there is any key, 0 if there is none. */
  String ANY_KEY = "SELECT count(*) FROM (SELECT 1 FROM login_keys LIMIT 1) AS first_key";

  /**
   * Takes the locks of a transaction that may write users of a realm. Call it before the
   * transaction's first read. Until the transaction ends, no other one can change the realm's
   * uniqueness rules.
   */
  void enter(int realm);

  /** Locks the uniqueness rules of another realm against changes until the transaction ends. */
  void keepRules(int realm);

  /**
   * Takes the locks of a transaction that changes the uniqueness rules of a realm. Until it ends,
   * no other transaction can write users of the realm.
   */
  void enterToChangeRules(int realm);

  /**
   * Whether all rows of {@code login_keys} were written by this object, and no other session can
   * write any before this transaction ends. False if that is not certain. Once false, it stays
   * false.
   */
  boolean hasOnlyOwnKeys();

  /**
   * Passes the rows of all keys with these hashes to {@code reader}, and possibly rows of other
   * keys.
   */
  void findKeys(Collection<KeyHash> hashes, KeyReader reader);

  /**
   * The users with these numbers. The rows are decoded by the suppliers, which may be called on
   * other threads.
   */
  List<Supplier<User>> users(Set<Long> ids);

  /** The numbers of those users whose stored fingerprint equals the given one. */
  Set<Long> stillCurrent(Map<Long, RecordFingerprint> fingerprints);

  /**
   * A write of a chunk's changes. It may run on another thread, while the next chunk is being
   * decided.
   *
   * @param dropped rows of {@code login_keys} to delete
   * @param added rows of {@code login_keys} to insert
   */
  WriteBehind.Write write(List<KeyRow> dropped, Collection<UserChange> changes, List<KeyRow> added);

  /**
   * Inserts key rows, except those whose key already belongs to another user.
   *
   * @return rows that were not inserted; empty if all were, otherwise at least one of them
   */
  List<KeyRow> addFree(List<KeyRow> rows);

  /** Locks the user's row until the end of the transaction. */
  void lock(long userId);

  /**
   * Deletes a user and its keys, unless the user has changed since this object last read it.
   *
   * @return whether the user was deleted
   */
  boolean delete(User user, List<KeyRow> keys);

  /** Receives one row of {@code login_keys}. */
  interface KeyReader {
    void read(KeyHash key, int realm, long userId);
  }
}
