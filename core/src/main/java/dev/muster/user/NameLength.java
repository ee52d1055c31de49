package dev.muster.user;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Limits the names of services, hosts and groups. PostgreSQL can't index values beyond 2,700 bytes,
 * and one index holds two names.
 */
public final class NameLength {

  /** The most bytes of a name in UTF-8. */
  public static final int BYTES_MAX = 1000;

  private NameLength() {}

  /**
   * Why a name can't be stored; null if it can.
   *
   * @param what what has the name, such as {@code group}
   */
  public static @Nullable String obstacle(String what, String name) {
    if (name.length() <= BYTES_MAX / 3) {
      return null; // a char has three bytes at most
    }
    int bytes = name.getBytes(StandardCharsets.UTF_8).length;
    return bytes <= BYTES_MAX
        ? null
        : "the name of a " + what + " has " + bytes + " bytes; " + BYTES_MAX + " are allowed";
  }
}
