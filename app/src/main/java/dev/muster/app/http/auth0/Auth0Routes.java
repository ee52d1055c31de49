package dev.muster.app.http.auth0;

import dev.muster.app.http.DirectoryAccess;
import dev.muster.app.http.Routes;
import io.javalin.config.RoutesConfig;
import java.util.List;

/**
 * The part of Auth0's Management API that imports users (auth0.com/docs/api/management/v2): jobs of
 * the type {@code users_import}, and connections, which are the realms.
 */
public final class Auth0Routes implements Routes {

  private final List<Routes> parts;

  /** The routes, with the limits of the directory's settings. */
  public Auth0Routes(DirectoryAccess directory) {
    this.parts =
        List.of(
            new UsersImportRoutes(directory),
            new JobRoutes(directory),
            new ConnectionRoutes(directory),
            new UnknownPaths());
  }

  @Override
  public void addTo(RoutesConfig routes) {
    parts.forEach(part -> part.addTo(routes));
  }
}
