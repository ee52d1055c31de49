package dev.muster.app.cli.session;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Parses times and durations of the command line. */
public final class Times {

  private static final Pattern SPAN = Pattern.compile("(\\d{1,6})([smhdw])");

  private Times() {}

  /** Parses a duration such as {@code 30d}. */
  public static final class Span implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
      Matcher span = SPAN.matcher(text);
      if (!span.matches()) {
        throw new TypeConversionException(
            "'" + text + "' is no time: write it as 30d, 12h, 45m or 2w");
      }
      long number = Long.parseLong(span.group(1));
      return switch (span.group(2)) {
        case "s" -> Duration.ofSeconds(number);
        case "m" -> Duration.ofMinutes(number);
        case "h" -> Duration.ofHours(number);
        case "d" -> Duration.ofDays(number);
        default -> Duration.ofDays(number * 7);
      };
    }
  }

  /** Parses a time with its zone, a date in UTC, or a duration before now. */
  public static final class Moment implements ITypeConverter<Instant> {
    @Override
    public Instant convert(String text) {
      if (SPAN.matcher(text).matches()) {
        return Instant.now().minus(new Span().convert(text));
      }
      try {
        return text.length() == "2026-01-31".length()
            ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
            : Instant.parse(text);
      } catch (DateTimeException e) {
        throw new TypeConversionException(
            "'"
                + text
                + "' is no time: write it as 2026-01-31, 2026-01-31T12:00:00Z,"
                + " or as what has passed since, such as 7d");
      }
    }
  }
}
