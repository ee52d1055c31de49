package dev.muster.app.store.directory;

import dev.muster.app.store.sql.WriteBehind;
import dev.muster.match.UserChange;
import dev.muster.user.RecordFingerprint;
import dev.muster.user.User;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** How one database reads and writes the tables of users and keys in bulk. */
public interface DirectoryTables {

  /** 1 if there is any key, 0 if there is none. */
  String ANY_KEY = "SELECT count(*) FROM (SELECT 1 FROM login_keys LIMIT 1) AS first_key";

  /**
   * Begins what a transaction needs that may write users of a realm, before its first look at the
   * tables. Until its end, nobody changes the realm's rules.
   */
  void enter(int realm);

  /** Keeps the rules of one more realm as they are until the end of the transaction. */
  void keepRules(int realm);

  /**
   * Begins a transaction that changes the rules of a realm: until its end, nobody else writes users
   * of the realm.
   */
  void enterToChangeRules(int realm);

  /**
   * Whether all keys of the directory were written through this object, and nobody else can write
   * any before this transaction ends. False when that can't be known; once false, always false.
   */
  boolean hasOnlyOwnKeys();

  /** Hands out the rows of all keys with these hashes, and maybe of some others. */
  void findKeys(Collection<KeyHash> hashes, KeyReader reader);

  /** The users with these numbers; making them of their rows may be done on other threads. */
  List<Supplier<User>> users(Set<Long> ids);

  /** The users, of those with these numbers, that have these fingerprints. */
  Set<Long> stillCurrent(Map<Long, RecordFingerprint> fingerprints);

  /**
   * The write that brings a chunk's changes to the tables. It may run on another thread, while the
   * next chunk is being decided on.
   *
   * @param dropped keys that users no longer have
   * @param added keys that they have now
   */
  WriteBehind.Write write(List<KeyRow> dropped, Collection<UserChange> changes, List<KeyRow> added);

  /**
   * Writes those of the rows whose places are free; what somebody else has is no error.
   *
   * @return rows whose places others have: all of them, or at least one
   */
  List<KeyRow> addFree(List<KeyRow> rows);

  /** Makes others who lock the user, or write it, wait until the end of the transaction. */
  void lock(long userId);

  /**
   * Deletes a user, if it is as it was when it was last read here, and its keys.
   *
   * @return whether it was deleted
   */
  boolean delete(User user, List<KeyRow> keys);

  /** Takes one row of {@code login_keys}. */
  interface KeyReader {
    void read(KeyHash key, int realm, long userId);
  }
}
