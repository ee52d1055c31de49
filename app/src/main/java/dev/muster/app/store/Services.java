package dev.muster.app.store;

import dev.muster.password.EncodedHash;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The directory's services. Methods that change a service throw {@link IllegalStateException} if
 * there is none of that name, except {@link #delete}. All methods take part in a running
 * transaction.
 */
public interface Services {

  Optional<Service> find(String name);

  /** All services, sorted by name. */
  List<Service> all();

  /** Creates a service without password and hosts, unless it exists. */
  Service create(String name);

  /** Sets the password; null removes it. */
  void setPassword(String name, @Nullable EncodedHash password);

  /** Adds hosts; order and repetitions make no difference. */
  void addHosts(String name, Collection<String> hosts);

  /** Replaces the hosts; order and repetitions make no difference. */
  void setHosts(String name, Collection<String> hosts);

  /**
   * Deletes a service with its groups, all memberships in them, and all links from and to them.
   *
   * @return false if there is none
   */
  boolean delete(String name);
}
