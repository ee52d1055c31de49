package dev.muster.app.console.page;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Optional;

/** Serves assets, the start page, and pages about paths that do not exist. */
public final class FrameRoutes {

  private static final List<String> PATHS =
      List.of("/users", "/roles", "/groups", "/realms", "/services", "/journal", "/sign-", "/set-");

  private static final List<String> OTHERS =
      List.of("/api/", "/_api/", "/healthz", "/readyz", "/metrics", "/docs", "/openapi.yaml");

  private final PageServices services;
  private final ProblemPages problems;

  public FrameRoutes(PageServices services) {
    this.services = services;
    this.problems = new ProblemPages(services);
  }

  /** Adds the routes. */
  public void addTo(RoutesConfig routes) {
    new PageRoutes(routes, services).get("/", visit -> visit.redirect(Section.IMPORTS.path()));
    routes.get(Assets.ROOT + "{name}", this::asset);
    routes.error(HttpStatus.NOT_FOUND, context -> refused(context, HttpStatus.NOT_FOUND));
    routes.error(
        HttpStatus.METHOD_NOT_ALLOWED, context -> refused(context, HttpStatus.METHOD_NOT_ALLOWED));
  }

  private void asset(Context context) {
    Optional<Assets.Asset> asset = services.assets().at(context.path());
    if (asset.isEmpty()) {
      context.status(HttpStatus.NOT_FOUND);
      return;
    }
    PageHeaders.setForEver(context);
    context.contentType(asset.get().type()).result(asset.get().content());
  }

  /** Answers for a path that has no handler, unless it is of an API. */
  private void refused(Context context, HttpStatus status) {
    if (!PageHeaders.areSet(context) && wantsPage(context)) {
      PageHeaders.set(context);
      problems.show(context, ProblemPages.ofStatus(status));
    }
  }

  private static boolean wantsPage(Context context) {
    String path = context.path();
    String accept = context.header("Accept");
    boolean ofBrowser = accept != null && accept.contains("text/html");
    return PATHS.stream().anyMatch(path::startsWith)
        || (ofBrowser && OTHERS.stream().noneMatch(path::startsWith));
  }
}
