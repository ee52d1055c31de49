package dev.muster.app.http.api;

import dev.muster.apply.StoreUnavailable;
import io.javalin.http.Context;
import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Sends one client the progress of an import as server-sent events. A slow client gets fewer
 * events, and delays nobody else.
 */
final class EventStream implements ProgressFeed.Watcher {

  /** Shorter than the time after which idle connections are closed. */
  private static final Duration KEEP_ALIVE = Duration.ofSeconds(15);

  /** How often it is asked whether the client may still see the import. */
  private static final Duration CHECK = Duration.ofSeconds(5);

  private static final String COMMENT = ": the connection is alive\n\n";

  private final String jobId;
  private final ServletOutputStream out;
  private final BooleanSupplier allowed;
  private final Executor writers;
  private final CompletableFuture<Void> end = new CompletableFuture<>();
  private final AtomicReference<@Nullable ProgressEvent> latest = new AtomicReference<>();
  private final AtomicBoolean writing = new AtomicBoolean();
  private String sentId;
  private long sentNanos = System.nanoTime();
  private long checkedNanos = System.nanoTime();

  /**
   * Prepares a stream.
   *
   * @param sentId the id of the last event that the client has; empty if it has none
   * @param allowed whether the client may still see the import
   * @param writers runs what may wait for the client
   */
  EventStream(
      Context context, String jobId, String sentId, BooleanSupplier allowed, Executor writers)
      throws IOException {
    this.jobId = jobId;
    this.sentId = sentId;
    this.allowed = allowed;
    this.writers = writers;
    context.res().setContentType("text/event-stream; charset=utf-8");
    context.res().setHeader("Cache-Control", "no-store");
    context.res().setHeader("X-Accel-Buffering", "no");
    context.res().flushBuffer(); // so that the client sees at once that it is connected
    this.out = context.res().getOutputStream();
  }

  /** Completed at the end of the stream. */
  CompletableFuture<Void> ended() {
    return end;
  }

  @Override
  public String jobId() {
    return jobId;
  }

  @Override
  public void look(ProgressEvent event) {
    latest.set(event);
    if (writing.compareAndSet(false, true)) {
      writers.execute(this::write);
    }
  }

  private void write() {
    try {
      ProgressEvent event = latest.getAndSet(null);
      if (event == null || end.isDone()) {
        return;
      }
      if (!isAllowed()) {
        end();
        return;
      }
      if (!event.id().equals(sentId)) {
        send(event.text());
        sentId = event.id();
      } else if (System.nanoTime() - sentNanos > KEEP_ALIVE.toNanos()) {
        send(COMMENT);
      }
      if (event.state().finished()) {
        end();
      }
    } catch (IOException e) {
      end(); // the client has gone
    } finally {
      writing.set(false);
    }
  }

  private boolean isAllowed() {
    if (System.nanoTime() - checkedNanos < CHECK.toNanos()) {
      return true;
    }
    checkedNanos = System.nanoTime();
    try {
      return allowed.getAsBoolean();
    } catch (StoreUnavailable e) {
      return true; // it is asked again
    }
  }

  private void send(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
    sentNanos = System.nanoTime();
  }

  @Override
  public void end() {
    end.complete(null);
  }
}
