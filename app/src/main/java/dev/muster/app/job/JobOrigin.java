package dev.muster.app.job;

import java.util.Locale;

/** The interface through which an import was requested. */
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

  /** The origin with a wire name. */
  public static JobOrigin named(String wireName) {
    return valueOf(wireName.toUpperCase(Locale.ROOT));
  }
}
