package dev.muster.app.store;

import dev.muster.match.UserChange;
import dev.muster.user.Realm;
import dev.muster.user.RecordFingerprint;
import dev.muster.user.User;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** How one database reads and writes the tables of users and keys in bulk. */
interface DirectoryTables {

  /** Begins what a transaction needs, before its first look at the tables. */
  void enter(Realm realm);

  /**
   * A number that is another one when somebody else may have written keys. Where an index reports
   * those that were overtaken, it may change only then.
   */
  long version();

  /** Whether nobody but the import that asks can be creating users by now. */
  default boolean aloneWithJob() {
    return true;
  }

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

  /** Takes one row of {@code login_keys}. */
  interface KeyReader {
    void read(KeyHash key, int realm, long userId);
  }
}
