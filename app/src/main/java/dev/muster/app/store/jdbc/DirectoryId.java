package dev.muster.app.store.jdbc;

import dev.muster.app.store.UserIds;
import java.security.SecureRandom;
import java.util.Locale;

/** Generates the random number that makes a directory's user ids unique; see {@link UserIds}. */
public final class DirectoryId {

  private DirectoryId() {}

  /** 58 random bits as 15 hexadecimal digits. */
  public static String make() {
    return String.format(Locale.ROOT, "%015x", new SecureRandom().nextLong() & ((1L << 58) - 1));
  }
}
