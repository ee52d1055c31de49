package dev.muster.app.console.page;

import io.javalin.http.Context;

/** The headers that keep pages from being misused. */
final class PageHeaders {

  static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

  /** The attribute of requests that a page answers. */
  private static final String ANSWERED = "muster.page";

  private PageHeaders() {}

  /** Whether a page, or an asset, has answered a request. */
  static boolean areSet(Context context) {
    return context.attribute(ANSWERED) != null;
  }

  /** The beginning of paths that have a secret. */
  static final String SECRET_PATHS = "/set-password/";

  /** Headers of every answer. */
  static void set(Context context) {
    context.attribute(ANSWERED, true);
    context.header("Content-Security-Policy", POLICY);
    context.header("X-Content-Type-Options", "nosniff");
    context.header(
        "Referrer-Policy", context.path().startsWith(SECRET_PATHS) ? "no-referrer" : "same-origin");
    context.header("Cross-Origin-Opener-Policy", "same-origin");
    context.header("Cache-Control", "no-store");
  }

  /** Headers of a file whose path changes with its content. */
  static void setForEver(Context context) {
    set(context);
    context.header("Cache-Control", "public, max-age=31536000, immutable");
  }
}
