package dev.muster.app.http.api;

import dev.muster.app.http.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Serves the description of the API, as OpenAPI 3.1 and as a page for browsers, to everybody. */
final class ReferenceRoutes implements Routes {

  static final String PAGE = "/docs";

  private static final String FILE = "/http/openapi.yaml";

  /** The page needs its own styles, and nothing else. */
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'";

  @Override
  public void addTo(RoutesConfig routes) {
    String text = text();
    String page = new ReferencePage(text).html();
    routes.get(
        "/openapi.yaml",
        context -> context.contentType("application/yaml; charset=utf-8").result(text));
    routes.get(PAGE, context -> answer(context, page));
  }

  private static void answer(Context context, String page) {
    context.header("Content-Security-Policy", POLICY);
    context.header("X-Content-Type-Options", "nosniff");
    context.contentType("text/html; charset=utf-8").result(page);
  }

  private static String text() {
    try (InputStream in = ReferenceRoutes.class.getResourceAsStream(FILE)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
