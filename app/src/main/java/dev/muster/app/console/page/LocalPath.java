package dev.muster.app.console.page;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Checks paths to go to, which may have been forged to lead to another site. */
final class LocalPath {

  private static final int CHARACTERS_MAX = 1500;

  private LocalPath() {}

  /** The path with its query, if it is one of this server's pages; else empty. */
  static Optional<String> of(String text) {
    if (!text.startsWith("/")
        || text.startsWith("//")
        || text.length() > CHARACTERS_MAX
        || !text.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '\\' && c != ';' && c != '"')) {
      return Optional.empty();
    }
    try {
      URI uri = new URI(text);
      boolean local = !uri.isAbsolute() && uri.getRawAuthority() == null;
      String path = uri.getRawPath();
      return local && !path.startsWith("/sign-") && !path.contains("//")
          ? Optional.of(text)
          : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
