package dev.muster.profile.restauth;

import dev.muster.value.Value;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The two properties that are times, {@code date joined} and {@code last login}: UNIX time, whose
 * fraction is dropped, or a text. RestAuth uses its machine's time zone; Muster uses UTC, so that
 * an import has the same result on every machine.
 */
final class DateProperty {

  private static final Set<String> NAMES = Set.of("date joined", "last login");

  private static final Pattern TEXT =
      Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})\\s+(\\d{1,2}):(\\d{1,2}):(\\d{1,2})");

  private static final DateTimeFormatter SHOWN =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private static final long YEAR_1 = -62_135_596_800L;
  private static final long YEAR_10000 = 253_402_300_800L;

  private DateProperty() {}

  static boolean isOne(String name) {
    return NAMES.contains(name);
  }

  /** The stored form, {@code YYYY-MM-DD HH:MM:SS}; empty if the value is not a time. */
  static Optional<String> text(Value value) {
    if (value instanceof Value.Num number) {
      return ofUnixTime(number.literal());
    }
    return value instanceof Value.Text text ? ofText(text.text()) : Optional.empty();
  }

  private static Optional<String> ofUnixTime(String literal) {
    BigDecimal seconds;
    try {
      seconds = new BigDecimal(literal);
    } catch (NumberFormatException e) {
      return Optional.empty(); // an exponent beyond all numbers
    }
    if (seconds.compareTo(BigDecimal.valueOf(YEAR_1)) < 0
        || seconds.compareTo(BigDecimal.valueOf(YEAR_10000)) >= 0) {
      return Optional.empty();
    }
    Instant instant = Instant.ofEpochSecond(seconds.longValue());
    return Optional.of(SHOWN.format(LocalDateTime.ofInstant(instant, ZoneOffset.UTC)));
  }

  private static Optional<String> ofText(String text) {
    Matcher parts = TEXT.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    int[] numbers = new int[6];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = Integer.parseInt(parts.group(i + 1));
    }
    if (numbers[0] == 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          SHOWN.format(
              LocalDateTime.of(
                  numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5])));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
