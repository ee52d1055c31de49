package dev.muster.app.console.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;

/** Builds the address of a page of the console. */
public final class Link {

  private final StringBuilder href;
  private boolean hasQuery;

  private Link(String path) {
    this.href = new StringBuilder(path);
  }

  /**
   * A link to a path.
   *
   * @param path encoded already
   */
  public static Link to(String path) {
    return new Link(path);
  }

  /** Adds a query parameter, unless its value is empty. */
  public Link with(String name, String value) {
    if (!value.isEmpty()) {
      href.append(hasQuery ? '&' : '?').append(encoded(name)).append('=').append(encoded(value));
      hasQuery = true;
    }
    return this;
  }

  /** A text as a part of a path or query. */
  public static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }

  public String href() {
    return href.toString();
  }
}
