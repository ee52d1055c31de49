package dev.muster.app.http.auth0;

import dev.muster.app.http.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;

/** Answers, in the form of the other errors, for operations of Auth0's API that are not here. */
final class UnknownPaths implements Routes {

  @Override
  public void addTo(RoutesConfig routes) {
    routes.error(HttpStatus.NOT_FOUND, context -> answer(context, HttpStatus.NOT_FOUND));
    routes.error(
        HttpStatus.METHOD_NOT_ALLOWED, context -> answer(context, HttpStatus.METHOD_NOT_ALLOWED));
  }

  private static void answer(Context context, HttpStatus status) {
    if (isUnanswered(context)) {
      JsonReply.write(context, Auth0Error.noSuchOperation(status));
    }
  }

  private static boolean isUnanswered(Context context) {
    boolean ours =
        context.path().equals(Endpoints.ROOT) || context.path().startsWith(Endpoints.ROOT + "/");
    return ours && !JsonReply.isWritten(context);
  }
}
