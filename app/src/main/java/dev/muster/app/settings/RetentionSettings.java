package dev.muster.app.settings;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long data is kept.
 *
 * @param jobs how long a finished import's input, rejects and results are kept; empty for no limit
 */
public record RetentionSettings(Optional<Duration> jobs) {

  /** Nothing expires. */
  public static final RetentionSettings DEFAULTS = new RetentionSettings(Optional.empty());

  static final List<String> KEYS = List.of("jobs");

  private static final String FOREVER = "forever";
  private static final Pattern DURATION = Pattern.compile("([1-9][0-9]{0,5})([mhd])");
  private static final Map<String, Duration> UNITS =
      Map.of("m", Duration.ofMinutes(1), "h", Duration.ofHours(1), "d", Duration.ofDays(1));

  static RetentionSettings read(Section retention) throws SettingsProblem {
    retention.only(KEYS);
    Optional<String> jobs = retention.text("jobs");
    if (jobs.isEmpty() || jobs.get().equals(FOREVER)) {
      return DEFAULTS;
    }
    Matcher parts = DURATION.matcher(jobs.get());
    if (!parts.matches()) {
      throw retention.problem(
          "jobs", jobs.get() + " is no duration such as 90m, 24h or 7d, and not forever");
    }
    Duration unit = UNITS.getOrDefault(parts.group(2), Duration.ZERO);
    return new RetentionSettings(Optional.of(unit.multipliedBy(Integer.parseInt(parts.group(1)))));
  }

  /** The value of {@code jobs} for muster.yml. */
  String jobsText() {
    return jobs.map(RetentionSettings::text).orElse(FOREVER);
  }

  private static String text(Duration time) {
    if (time.toMinutes() % Duration.ofDays(1).toMinutes() == 0) {
      return time.toDays() + "d";
    }
    return time.toMinutes() % 60 == 0 ? time.toHours() + "h" : time.toMinutes() + "m";
  }
}
