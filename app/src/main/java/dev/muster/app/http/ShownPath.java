package dev.muster.app.http;

import java.util.Locale;

/** Paths of requests as logs show them. */
final class ShownPath {

  /** The token of a link to set a password follows. */
  private static final String LINK = "set-password/";

  private ShownPath() {}

  /** The path without secrets. */
  static String of(String path) {
    int start = path.toLowerCase(Locale.ROOT).indexOf(LINK);
    return start < 0 ? path : path.substring(0, start + LINK.length()) + "{token}";
  }
}
