package dev.muster.app.store;

import dev.muster.password.EncodedHash;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A program that authenticates users against the directory, and has its own groups.
 *
 * @param number its number in the database, from 1
 * @param name unique in the directory, case-sensitive
 * @param password null if the service can't log in by password
 * @param hosts the IP addresses and host names from which it may connect, sorted
 */
public record Service(
    long number, String name, @Nullable EncodedHash password, List<String> hosts) {

  public Service {
    hosts = List.copyOf(hosts);
  }
}
