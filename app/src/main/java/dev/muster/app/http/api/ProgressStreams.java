package dev.muster.app.http.api;

import dev.muster.app.job.Job;
import dev.muster.app.store.Database;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Answers requests with the progress of imports as server-sent events, without a thread for each
 * client. Thread-safe.
 */
public final class ProgressStreams {

  private static final int WRITERS = 4;

  private final ProgressFeed feed;
  private final ThreadPoolExecutor writers = writers();

  /** The progress of a directory's imports. */
  public ProgressStreams(Database database) {
    this.feed = new ProgressFeed(database);
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

  /**
   * Answers a request with the progress of an import, until that is finished. A client that has all
   * of it already is told not to come back.
   *
   * @param allowed whether the client may still see it; asked every few seconds
   */
  public void follow(Context context, Job job, BooleanSupplier allowed) throws IOException {
    String sentId = Optional.ofNullable(context.header("Last-Event-ID")).orElse("");
    if (job.state().finished() && sentId.endsWith("-" + job.state().wireName())) {
      context.status(HttpStatus.NO_CONTENT);
      return;
    }
    EventStream stream = new EventStream(context, job.id(), sentId, allowed, writers);
    context.future(
        () -> {
          feed.add(stream);
          return stream.ended().whenComplete((none, failure) -> feed.remove(stream));
        });
  }

  /** Ends all answers. */
  public void stop() {
    feed.close();
    writers.shutdown();
  }
}
