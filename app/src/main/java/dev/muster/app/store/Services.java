package dev.muster.app.store;

import dev.muster.password.EncodedHash;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The directory's services. What changes a service throws {@link IllegalStateException} if there is
 * none of that name. Takes part in the store's transactions.
 */
public interface Services {

  Optional<Service> find(String name);

  /** All of them, by name. */
  List<Service> all();

  /** Makes a service without password and hosts; one that exists already is left as it is. */
  Service create(String name);

  /** Sets the password; with null, no password works any more. */
  void setPassword(String name, @Nullable EncodedHash password);

  /** Adds hosts to those that the service has; order and repetitions do not count. */
  void addHosts(String name, Collection<String> hosts);

  /** Replaces the hosts; order and repetitions do not count. */
  void setHosts(String name, Collection<String> hosts);

  /**
   * Deletes a service with its groups, all memberships in them, and all links from and to them.
   *
   * @return false if there is none
   */
  boolean delete(String name);
}
