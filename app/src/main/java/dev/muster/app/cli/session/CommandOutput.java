package dev.muster.app.cli.session;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Standard output of one command. A write that fails throws {@link OutputLost}, so that a command
 * whose reader is gone ends there instead of computing what nobody reads. Thread-safe.
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
      throw new OutputLost(loss); // a new one each time: an exception can't be suppressed by itself
    }
  }

  /** Whether a write has failed. */
  public synchronized boolean isLost() {
    return loss != null;
  }

  /** Drops what is written from now on: the command ends as if it had been read. */
  public synchronized void abandon() {
    abandoned = true;
  }

  /**
   * Does work that must come to its end though nobody may read what it prints.
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

  /** One attempt to write. */
  private interface Write {
    void write() throws IOException;
  }
}
