package dev.muster.app.store;

import dev.muster.password.EncodedHash;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A person who may use the console.
 *
 * @param name unique in the directory, case-sensitive
 * @param realms the names of the realms whose users the administrator may see and import; empty for
 *     all realms
 */
public record Administrator(
    String name, EncodedHash password, Optional<Set<String>> realms, Instant createdAt) {

  public Administrator {
    realms = realms.map(Set::copyOf);
  }
}
