package dev.muster.profile;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import org.jspecify.annotations.Nullable;

/**
 * Parses dates and times of records. It reads character by character, because an import has
 * millions of them.
 */
public final class DateSyntax {

  private static final int[] DAYS = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  private static final int DATE_LENGTH = 10;
  private static final int SECONDS_PER_DAY = 86_400;

  private DateSyntax() {}

  /** Tells whether a text is a calendar date, {@code YYYY-MM-DD}, years 0000 to 9999. */
  public static boolean isDate(String text) {
    return text.length() == DATE_LENGTH && hasDateAt(text, 0);
  }

  /**
   * Tells whether a text is a birthdate of OpenID Connect Core 1.0, section 5.1: {@code
   * YYYY-MM-DD}, or with the year left out as {@code 0000-MM-DD} or {@code --MM-DD}, or the year
   * alone. February has 29 days where there is no year.
   */
  public static boolean isBirthdate(String text) {
    return switch (text.length()) {
      case 4 -> number(text, 0, 4) >= 0;
      case 7 -> text.startsWith("--") && isMonthAndDay(text, 2, true);
      default -> isDate(text);
    };
  }

  /**
   * The instant of an RFC 3339 date-time, such as {@code 2030-01-01T00:00:00.5+08:00}; null if the
   * text is not one. The T and the Z are capitals, the offset is not optional, there are no leap
   * seconds, and digits beyond the nanosecond are dropped.
   */
  public static @Nullable Instant instant(String text) {
    if (text.length() < DATE_LENGTH + "T00:00:00Z".length() || !hasDateAt(text, 0)) {
      return null;
    }
    int hour = number(text, 11, 2);
    int minute = number(text, 14, 2);
    int second = number(text, 17, 2);
    boolean marked = text.charAt(10) == 'T' && text.charAt(13) == ':' && text.charAt(16) == ':';
    if (!marked || !within(hour, 23) || !within(minute, 59) || !within(second, 59)) {
      return null;
    }
    int offsetFrom = text.charAt(19) == '.' ? endOfDigits(text, 20) : 19;
    int offset = offsetSeconds(text, offsetFrom);
    if (offsetFrom == 20 || offset == Integer.MIN_VALUE) {
      return null;
    }
    LocalDate date = LocalDate.of(number(text, 0, 4), number(text, 5, 2), number(text, 8, 2));
    long seconds = date.toEpochDay() * SECONDS_PER_DAY + hour * 3600L + minute * 60L + second;
    return Instant.ofEpochSecond(seconds - offset, nanos(text, 20, offsetFrom));
  }

  private static boolean hasDateAt(String text, int from) {
    int year = number(text, from, 4);
    return year >= 0
        && text.charAt(from + 4) == '-'
        && isMonthAndDay(text, from + 5, Year.isLeap(year));
  }

  /** Whether the text at an index is {@code MM-DD}. */
  private static boolean isMonthAndDay(String text, int from, boolean leap) {
    int month = number(text, from, 2);
    int day = number(text, from + 3, 2);
    return text.charAt(from + 2) == '-'
        && month >= 1
        && month <= 12
        && day >= 1
        && day <= (month == 2 && !leap ? 28 : DAYS[month - 1]);
  }

  /** The time zone offset, in seconds, that is the rest of the text; MIN_VALUE if it isn't one. */
  private static int offsetSeconds(String text, int from) {
    int left = text.length() - from;
    if (left == 1 && text.charAt(from) == 'Z') {
      return 0;
    }
    if (left != 6 || "+-".indexOf(text.charAt(from)) < 0 || text.charAt(from + 3) != ':') {
      return Integer.MIN_VALUE;
    }
    int hours = number(text, from + 1, 2);
    int minutes = number(text, from + 4, 2);
    if (!within(hours, 23) || !within(minutes, 59)) {
      return Integer.MIN_VALUE;
    }
    int seconds = hours * 3600 + minutes * 60;
    return text.charAt(from) == '-' ? -seconds : seconds;
  }

  private static int nanos(String text, int from, int to) {
    int nanos = 0;
    for (int i = 0; i < 9; i++) {
      nanos = nanos * 10 + (from + i < to ? text.charAt(from + i) - '0' : 0);
    }
    return nanos;
  }

  private static int endOfDigits(String text, int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
      i++;
    }
    return i;
  }

  private static boolean within(int number, int max) {
    return number >= 0 && number <= max;
  }

  /** The number in a range of digits; -1 if a character isn't a digit. */
  private static int number(String text, int from, int digits) {
    int number = 0;
    for (int i = from; i < from + digits; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }
}
