package dev.muster.app.store;

import dev.muster.password.EncodedHash;
import java.util.List;
import java.util.Optional;

/** Stores the administrators of the console. All methods take part in a running transaction. */
public interface Administrators {

  Optional<Administrator> find(String name);

  /** All administrators, sorted by name. */
  List<Administrator> all();

  /** Whether there is at least one administrator. */
  boolean exist();

  /**
   * Creates an administrator.
   *
   * @return false, without effect, if the name is taken
   * @throws IllegalStateException if one of its realms does not exist
   */
  boolean create(Administrator administrator);

  /**
   * Sets an administrator's password, and ends its sessions.
   *
   * @return false if there is no administrator of this name
   */
  boolean setPassword(String name, EncodedHash password);

  /**
   * Deletes an administrator and its sessions.
   *
   * @return false if there is no administrator of this name
   */
  boolean delete(String name);
}
