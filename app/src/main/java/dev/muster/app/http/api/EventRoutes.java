package dev.muster.app.http.api;

import dev.muster.app.http.DirectoryAccess;
import dev.muster.app.http.Routes;
import dev.muster.app.http.auth.Caller;
import dev.muster.app.http.auth.Scope;
import dev.muster.app.http.auth.TokenRefused;
import dev.muster.app.job.Job;
import dev.muster.app.store.Session;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Sends the progress of imports as server-sent events. */
final class EventRoutes implements Routes {

  private final DirectoryAccess directory;
  private final ProgressStreams streams;

  EventRoutes(DirectoryAccess directory) {
    this.directory = directory;
    this.streams = new ProgressStreams(directory.database());
  }

  @Override
  public void addTo(RoutesConfig routes) {
    new ApiEndpoints(routes, directory.tokens())
        .get("/imports/{id}/events", Scope.IMPORTS_READ, this::events);
  }

  @Override
  public void stop() {
    streams.stop();
  }

  private void events(Context context, Caller caller) throws ApiProblem, IOException {
    QueryParameters.refuseAll(context);
    Job job;
    try (Session session = directory.database().openReading()) {
      job = VisibleRealms.job(session, caller, context);
    }
    String authorization = context.header("Authorization");
    streams.follow(context, job, () -> mayStillSee(authorization, job));
  }

  private boolean mayStillSee(@Nullable String authorization, Job job) {
    try {
      Caller caller = directory.tokens().verify(authorization);
      return caller.may(Scope.IMPORTS_READ) && caller.mayUse(job.realm());
    } catch (TokenRefused e) {
      return false;
    }
  }
}
