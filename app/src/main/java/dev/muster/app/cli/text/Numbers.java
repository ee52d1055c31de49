package dev.muster.app.cli.text;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Formats numbers and lists for reading. */
public final class Numbers {

  private Numbers() {}

  /** With a comma between thousands: {@code 1,234,567}. */
  public static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** A number of things: {@code 1 record}, {@code 2 records}. */
  public static String count(long number, String thing) {
    return grouped(number) + " " + thing + (number == 1 ? "" : "s");
  }

  /** {@code 812 bytes}, {@code 45.2 MB}, in powers of ten as disks are sold. */
  public static String bytes(long bytes) {
    if (bytes < 1000) {
      return bytes + " bytes";
    }
    double scaled = bytes / 1000.0;
    for (String unit : List.of("kB", "MB")) {
      if (scaled < 999.95) {
        return String.format(Locale.ROOT, "%.1f %s", scaled, unit);
      }
      scaled /= 1000;
    }
    return String.format(Locale.ROOT, "%,.1f GB", scaled);
  }

  /** {@code 0.41 s}, {@code 12 s}, {@code 3 min 20 s}, {@code 2 h 5 min}. */
  public static String time(Duration time) {
    return time.toSeconds() < 10
        ? String.format(Locale.ROOT, "%.2f s", time.toMillis() / 1000.0)
        : seconds(time.toSeconds());
  }

  /** Like {@link #time}, for whole seconds. */
  static String seconds(long seconds) {
    if (seconds < 60) {
      return seconds + " s";
    }
    if (seconds < 3600) {
      return seconds / 60 + " min " + seconds % 60 + " s";
    }
    return seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
  }

  /** The rate per second; a time below a millisecond counts as one. */
  public static long perSecond(long number, Duration time) {
    return number * 1000 / Math.max(1, time.toMillis());
  }

  /** {@code 4}, {@code 4 and 9}, {@code 4, 9 and 12}. */
  public static String list(List<String> things) {
    if (things.size() < 2) {
      return String.join("", things);
    }
    int last = things.size() - 1;
    return String.join(", ", things.subList(0, last)) + " and " + things.get(last);
  }
}
