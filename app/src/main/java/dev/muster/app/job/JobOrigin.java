package dev.muster.app.job;

import java.util.Locale;

/** By which door an import came in. */
public enum JobOrigin {
  CLI,
  API,
  AUTHGEAR,
  AUTH0,
  CONSOLE;

  /** The name in reports and in the store. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The origin of a name. */
  public static JobOrigin named(String wireName) {
    return valueOf(wireName.toUpperCase(Locale.ROOT));
  }
}
