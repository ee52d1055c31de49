package dev.muster.app.http.api;

import dev.muster.app.http.DirectoryAccess;
import dev.muster.app.http.Routes;
import dev.muster.app.http.auth.Caller;
import dev.muster.app.http.auth.Scope;
import dev.muster.app.job.Job;
import dev.muster.app.store.Session;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Sends the progress of imports as server-sent events, without a thread for each client. */
final class EventRoutes implements Routes {

  private static final int WRITERS = 4;

  private final DirectoryAccess directory;
  private final ProgressFeed feed;
  private final ThreadPoolExecutor writers = writers();

  EventRoutes(DirectoryAccess directory) {
    this.directory = directory;
    this.feed = new ProgressFeed(directory.database());
  }

  private static ThreadPoolExecutor writers() {
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            WRITERS,
            WRITERS,
            1,
            TimeUnit.MINUTES,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, "muster-events");
              thread.setDaemon(true);
              return thread;
            },
            new ThreadPoolExecutor.DiscardPolicy()); // after the end, there is nothing to write
    threads.allowCoreThreadTimeOut(true);
    return threads;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    new ApiEndpoints(routes, directory.tokens())
        .get("/imports/{id}/events", Scope.IMPORTS_READ, this::events);
  }

  @Override
  public void stop() {
    feed.close();
    writers.shutdown();
  }

  private void events(Context context, Caller caller) throws ApiProblem, IOException {
    QueryParameters.refuseAll(context);
    String sentId = Optional.ofNullable(context.header("Last-Event-ID")).orElse("");
    String id;
    try (Session session = directory.database().openReading()) {
      Job job = VisibleRealms.job(session, caller, context);
      if (job.state().finished() && sentId.endsWith("-" + job.state().wireName())) {
        context.status(HttpStatus.NO_CONTENT); // the client has all, and must not come back
        return;
      }
      id = job.id();
    }
    EventStream stream = new EventStream(context, id, sentId, writers);
    context.future(
        () -> {
          feed.add(stream);
          return stream.ended().whenComplete((none, failure) -> feed.remove(stream));
        });
  }
}
