package dev.muster.app.cli.session;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Standard output of one command. A failed write throws {@link OutputLost}, so that the command
 * stops when its reader has closed the pipe. Thread-safe.
 */
public final class CommandOutput extends OutputStream {

  private final OutputStream target;
  private @Nullable IOException loss;
  private boolean tolerant;
  private boolean abandoned;

  public CommandOutput(OutputStream target) {
    this.target = target;
  }

  @Override
  public synchronized void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) {
    attempt(() -> target.write(bytes, offset, length));
  }

  @Override
  public synchronized void flush() {
    attempt(target::flush);
  }

  private void attempt(Write write) {
    if (abandoned) {
      return;
    }
    if (loss == null) {
      try {
        write.write();
      } catch (IOException e) {
        loss = e;
      }
    }
    if (loss != null && !tolerant) {
      throw new OutputLost(loss); // a new one each time, because an exception can't suppress itself
    }
  }

  /** Whether a write has failed. */
  public synchronized boolean isLost() {
    return loss != null;
  }

  /** Discards all further output without an error. */
  public synchronized void abandon() {
    abandoned = true;
  }

  /**
   * Runs {@code work}, which must complete even if its output can't be written.
   *
   * @throws Exception what the work throws
   */
  public <T> T whileWorking(Callable<T> work) throws Exception {
    setTolerant(true);
    try {
      return work.call();
    } finally {
      setTolerant(false);
      abandonBrokenPipe();
    }
  }

  private synchronized void setTolerant(boolean now) {
    tolerant = now;
  }

  private synchronized void abandonBrokenPipe() {
    abandoned |= loss != null && new OutputLost(loss).isBrokenPipe();
  }

  /** A write. */
  private interface Write {
    void write() throws IOException;
  }
}
