package dev.muster.app.console.page;

import io.javalin.http.Context;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;
import java.util.Optional;

/** Checks paths to go to, which may have been forged to lead to another site. */
final class LocalPath {

  private static final int CHARACTERS_MAX = 1500;

  private LocalPath() {}

  /** The page of this server that a request comes from, with its query; empty if none is named. */
  static Optional<String> ofPage(Context context) {
    String page = context.header("Referer");
    try {
      URI uri = page == null ? URI.create("") : new URI(page);
      String query = uri.getRawQuery();
      return Objects.equals(uri.getRawAuthority(), context.host())
          ? of(uri.getRawPath() + (query == null ? "" : "?" + query))
          : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

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
