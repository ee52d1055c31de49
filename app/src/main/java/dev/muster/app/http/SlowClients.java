package dev.muster.app.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Disconnects clients that send their headers or bodies byte by byte, so slowly that they would
 * occupy connections for hours. Also a listener of the connector, which hears of its connections.
 */
final class SlowClients extends Handler.Wrapper implements Connection.Listener {

  private static final Duration LOOK_EVERY = Duration.ofMillis(250);

  private final Patience patience;

  /** Connections whose next request has not arrived, and since when, by {@code nanoTime}. */
  private final Map<Connection, Long> waiting = new ConcurrentHashMap<>();

  private volatile Scheduler.@Nullable Task next;

  SlowClients(Patience patience) {
    this.patience = patience;
  }

  @Override
  public void onOpened(Connection connection) {
    if (connection instanceof ConnectionMetaData) { // HTTP, not the TLS below it
      waiting.put(connection, System.nanoTime());
    }
  }

  @Override
  public void onClosed(Connection connection) {
    waiting.remove(connection);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Connection connection = request.getConnectionMetaData().getConnection();
    waiting.remove(connection);
    Request.addCompletionListener(request, failure -> onOpened(connection));
    return super.handle(new MeasuredRequest(request), response, callback);
  }

  @Override
  protected void doStart() throws Exception {
    super.doStart();
    schedule();
  }

  @Override
  protected void doStop() throws Exception {
    Scheduler.Task task = next;
    if (task != null) {
      task.cancel();
    }
    super.doStop();
  }

  private void schedule() {
    next = getServer().getScheduler().schedule(this::look, LOOK_EVERY);
  }

  private void look() {
    long now = System.nanoTime();
    waiting.forEach(
        (connection, since) -> {
          if (now - since > patience.headers().toNanos() || !connection.getEndPoint().isOpen()) {
            waiting.remove(connection, since);
            connection.getEndPoint().close();
          }
        });
    if (isRunning() || isStarting()) {
      schedule();
    }
  }

  /** A request whose body fails if it arrives too slowly. */
  private final class MeasuredRequest extends Request.Wrapper {

    private final long began = System.nanoTime();
    private long bytes;
    private boolean tooSlow;

    MeasuredRequest(Request request) {
      super(request);
    }

    @Override
    public Content.@Nullable Chunk read() {
      if (tooSlow) {
        return failure();
      }
      Content.Chunk chunk = super.read();
      bytes += chunk == null ? 0 : chunk.remaining();
      if ((chunk == null || !chunk.isLast()) && isTooSlow()) {
        tooSlow = true;
        if (chunk != null) {
          chunk.release();
        }
        return failure();
      }
      return chunk;
    }

    private Content.Chunk failure() {
      return Content.Chunk.from(new TimeoutException("the body arrives too slowly"));
    }

    private boolean isTooSlow() {
      long nanos = System.nanoTime() - began;
      return nanos > patience.grace().toNanos()
          && bytes / (nanos / (double) TimeUnit.SECONDS.toNanos(1)) < patience.bytesPerSecondMin();
    }
  }
}
