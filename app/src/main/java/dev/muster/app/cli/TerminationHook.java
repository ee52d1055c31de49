package dev.muster.app.cli;

import dev.muster.app.cli.session.Interrupts;
import java.lang.reflect.Method;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Handles SIGINT and SIGTERM with a shutdown hook, which waits until the command has stopped
 * cleanly. A second signal ends the process at once.
 */
public final class TerminationHook implements Interrupts {

  private static final long WAIT_MINUTES_MAX = 10;

  private final AtomicReference<@Nullable BooleanSupplier> listener = new AtomicReference<>();
  private final CountDownLatch finished = new CountDownLatch(1);
  private volatile int status = 130;
  private boolean installed;

  @Override
  public Listening listen(BooleanSupplier ask) {
    if (!installed) {
      installed = true;
      Runtime.getRuntime().addShutdownHook(new Thread(this::ending, "muster-interrupt"));
    }
    listener.set(ask);
    return () -> listener.compareAndSet(ask, null);
  }

  @Override
  public void exitWith(int exitStatus) {
    status = exitStatus;
  }

  /** Reports that the command has ended, with its exit status, and has written all output. */
  public void finished(int exitStatus) {
    status = exitStatus;
    finished.countDown();
  }

  private void ending() {
    BooleanSupplier ask = listener.get();
    if (ask == null) {
      return;
    }
    letNextSignalKill("INT");
    letNextSignalKill("TERM");
    try {
      if (ask.getAsBoolean() && !finished.await(WAIT_MINUTES_MAX, TimeUnit.MINUTES)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(status);
  }

  /**
   * Uses reflection, because javac --release hides {@code sun.misc.Signal}, which every JDK has.
   */
  private static void letNextSignalKill(String name) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Method handle = signal.getMethod("handle", signal, handler);
      handle.invoke(
          null,
          signal.getConstructor(String.class).newInstance(name),
          handler.getField("SIG_DFL").get(null));
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      // then a second signal is ignored, but the wait is bounded
      return;
    }
  }
}
