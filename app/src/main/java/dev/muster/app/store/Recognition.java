package dev.muster.app.store;

import dev.muster.user.Imprint;
import dev.muster.user.Key;
import java.io.Closeable;
import java.util.Map;

/**
 * Finds users whom given records have shaped already. It reads beside an import and sees what was
 * committed; whether that still holds is for the import to ask, in its transaction. Thread-safe.
 */
public interface Recognition extends Closeable {

  /**
   * Those of the records whose users are as the records left them; others may be among them but for
   * one chance in 2⁶⁴. When the store can't answer, none.
   *
   * @param records their imprints, by the keys of the users whom they are about
   */
  Map<Key, SealedUser> find(Map<Key, Imprint> records);

  /** Whether somebody else answers, so that another look may be asked for meanwhile. */
  boolean waits();

  @Override
  void close();

  /**
   * A user as a record left it.
   *
   * @param seal changes when anything of the user does
   */
  record SealedUser(long id, long seal) {}
}
