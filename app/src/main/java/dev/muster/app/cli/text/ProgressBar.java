package dev.muster.app.cli.text;

import dev.muster.app.document.Printable;
import dev.muster.app.format.input.InputFile;
import dev.muster.app.job.Job;
import dev.muster.app.job.run.ImportProgress;
import dev.muster.apply.StoreUnavailable;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Progress of an import, on one line of a terminal that is rewritten ten times a second and erased
 * at the end:
 *
 * <pre>importing  ██████░░░░░░  52%  520,000 of 1,000,000  81,234/s  6 s left</pre>
 *
 * A short import shows nothing. Thread-safe.
 */
public final class ProgressBar implements ImportProgress, AutoCloseable {

  private static final long PERIOD_MILLIS = 100;
  private static final int BAR_COLUMNS_MIN = 4;
  private static final int BAR_COLUMNS_MAX = 24;
  static final String CLEAR_LINE = "\r\033[K";

  private final PrintWriter out;
  private final int columns;
  private final @Nullable Thread painter;
  private @Nullable InputFile surveyed;
  private long total;
  private long before;
  private long done;
  private long sinceNanos;
  private boolean importing;
  private boolean painted;
  private boolean closed;

  /**
   * Creates a bar that shows nothing yet.
   *
   * @param terminal whether output is a terminal; otherwise nothing is printed
   * @param columns the terminal's width
   */
  public ProgressBar(PrintWriter out, boolean terminal, int columns) {
    this.out = out;
    this.columns = columns;
    if (terminal) {
      painter = new Thread(this::paint, "muster-progress");
      painter.setDaemon(true);
      painter.start();
    } else {
      painter = null;
    }
  }

  @Override
  public synchronized void surveying(InputFile input) {
    surveyed = input;
    importing = false;
  }

  @Override
  public synchronized void importing(Job job, long alreadyDone) {
    importing = true;
    total = job.records();
    before = alreadyDone;
    done = alreadyDone;
    sinceNanos = System.nanoTime();
  }

  @Override
  public synchronized void done(long records) {
    done = records;
  }

  @Override
  public void decided(long records) {
    done(records);
  }

  @Override
  public void waiting(StoreUnavailable reason) {
    // the bar stays as it is
  }

  /** Prints a line above the bar. */
  public synchronized void say(String line) {
    clear();
    out.println(line);
    out.flush();
  }

  private synchronized void paint() {
    try {
      while (!closed) {
        wait(PERIOD_MILLIS);
        if (!closed && (importing || surveyed != null)) {
          String line = importing ? importLine() : surveyLine();
          out.print(CLEAR_LINE + line.substring(0, Math.min(line.length(), columns - 1)));
          out.flush();
          painted = true;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String surveyLine() {
    InputFile input = surveyed;
    if (input == null || input.size() <= 0) {
      return "checking";
    }
    double part = Math.min(1, (double) input.position() / input.size());
    return line(columns, "checking   ", part, " of " + Printable.of(input.name()));
  }

  private String importLine() {
    Duration time = Duration.ofNanos(System.nanoTime() - sinceNanos);
    long rate = Numbers.perSecond(done - before, time);
    long left = rate == 0 ? 0 : (total - done) / rate;
    String figures =
        "  "
            + Numbers.grouped(done)
            + " of "
            + Numbers.grouped(total)
            + "  "
            + Numbers.grouped(rate)
            + "/s"
            + (left == 0 ? "" : "  " + Numbers.seconds(left) + " left");
    return line(columns, "importing  ", total == 0 ? 1 : (double) done / total, figures);
  }

  /** The text of the line. The bar fills the columns that the words leave, within bounds. */
  static String line(int columns, String begin, double part, String end) {
    String percent = String.format(Locale.ROOT, " %3d%%", (int) (part * 100));
    int room = columns - 1 - begin.length() - percent.length() - end.length();
    int width = Math.max(BAR_COLUMNS_MIN, Math.min(BAR_COLUMNS_MAX, room));
    int full = (int) Math.round(part * width);
    return begin + "█".repeat(full) + "░".repeat(width - full) + percent + end;
  }

  private void clear() {
    if (painted) {
      out.print(CLEAR_LINE);
      out.flush();
      painted = false;
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    clear();
    notifyAll();
  }
}
