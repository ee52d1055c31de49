package dev.muster.app.store;

import dev.muster.password.EncodedHash;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A program that asks the directory about users, and has groups of its own.
 *
 * @param number the store's number for it, from 1
 * @param name unique in the directory, exactly as spelled
 * @param password null when no password works
 * @param hosts from where it may ask: addresses and host names, sorted
 */
public record Service(
    long number, String name, @Nullable EncodedHash password, List<String> hosts) {

  public Service {
    hosts = List.copyOf(hosts);
  }
}
