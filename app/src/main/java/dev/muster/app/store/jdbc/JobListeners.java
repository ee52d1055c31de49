package dev.muster.app.store.jdbc;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Listeners for changes of submitted imports. They share one source of notifications, which is open
 * only while there are listeners. Thread-safe.
 */
public final class JobListeners implements Closeable {

  private final Function<Runnable, Closeable> source;
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private @Nullable Closeable open;

  /**
   * Starts without listeners.
   *
   * @param source subscribes a callback to changes until the result is closed
   */
  public JobListeners(Function<Runnable, Closeable> source) {
    this.source = source;
  }

  /** Calls {@code action} at each change, until the result is closed. */
  public synchronized Closeable add(Runnable action) {
    Listener listener = new Listener(action);
    listeners.add(listener);
    if (open == null) {
      open = source.apply(this::tellAll);
    }
    return listener;
  }

  /** Calls every listener, even if some of them throw. */
  void tellAll() {
    for (Listener listener : listeners) {
      try {
        listener.action.run();
      } catch (RuntimeException e) {
        System.getLogger(JobListeners.class.getName())
            .log(System.Logger.Level.WARNING, "a listener to changes of imports failed", e);
      }
    }
  }

  private synchronized void remove(Listener listener) throws IOException {
    listeners.remove(listener);
    if (listeners.isEmpty()) {
      closeSource();
    }
  }

  private void closeSource() throws IOException {
    Closeable source = open;
    open = null;
    if (source != null) {
      source.close();
    }
  }

  @Override
  public synchronized void close() {
    listeners.clear();
    try {
      closeSource();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A registration; several may have the same action. */
  private final class Listener implements Closeable {

    private final Runnable action;

    Listener(Runnable action) {
      this.action = action;
    }

    @Override
    public void close() throws IOException {
      remove(this);
    }
  }
}
