package dev.muster.app.settings;

import java.net.URI;
import java.util.Set;

/** Tells addresses whose traffic nobody on the way can read or change. */
public final class ProtectedUrl {

  private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");

  private ProtectedUrl() {}

  /** Whether a URL has a host, and is HTTPS or, on this machine, HTTP. */
  public static boolean is(URI url) {
    String host = url.getHost();
    return host != null
        && ("https".equalsIgnoreCase(url.getScheme())
            || ("http".equalsIgnoreCase(url.getScheme()) && LOCAL.contains(host)));
  }
}
