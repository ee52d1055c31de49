package dev.muster.app.http;

import io.javalin.config.RoutesConfig;

/** The routes of one API. Each answers its own errors, in its own form. */
public interface Routes {

  void addTo(RoutesConfig routes);

  /** Ends answers that would go on without limit, because the server stops. */
  default void stop() {}
}
