package dev.muster.app.format.xlsx;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How the number of a cell is shown. Dates are shown as ISO 8601, numbers with all their digits and
 * without grouping; a format such as {@code 00000} gives a number its leading zeros. Immutable.
 *
 * @param hasDate whether the number is a day
 * @param hasTime whether the number is a time of day
 * @param digits a format of digits and separators, such as {@code 000-00}; empty for none
 */
record NumberFormat(boolean hasDate, boolean hasTime, String digits) {

  private static final NumberFormat GENERAL = new NumberFormat(false, false, "");
  private static final NumberFormat DATE = new NumberFormat(true, false, "");
  private static final NumberFormat TIME = new NumberFormat(false, true, "");
  private static final NumberFormat DATE_TIME = new NumberFormat(true, true, "");

  /** Texts and conditions of a format, which are no placeholders: "x", \x, _x, *x, [Red]. */
  private static final Pattern LITERALS =
      Pattern.compile(
          "\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?![hms]+\\])[^\\]]*\\]", Pattern.CASE_INSENSITIVE);

  private static final Pattern DIGITS =
      Pattern.compile("(?=.*0.*[0#]|.*#.*0)(?:[0#]|[ ()/-]|\\\\[^0-9.,]|\"[^\"0-9]*\")+");

  private static final MathContext SIGNIFICANT = new MathContext(15, RoundingMode.HALF_EVEN);
  private static final long SECONDS_OF_DAY = 86_400;

  /** The greatest length of a code; Excel does not open workbooks with longer ones. */
  private static final int CODE_CHARACTERS_MAX = 255;

  /** The greatest day of a workbook: the end of the year 9999. */
  private static final double DAY_MAX = 2_958_466;

  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

  /** The format with a number that needs no definition (ECMA-376, part 1, 18.8.30). */
  static NumberFormat builtIn(int id) {
    if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 58)) {
      return DATE;
    }
    if (id == 22) {
      return DATE_TIME;
    }
    return (id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47)
        ? TIME
        : GENERAL;
  }

  /** The format with a code, such as {@code dd/mm/yyyy}. */
  static NumberFormat of(String code) {
    String possible = code.substring(0, Math.min(CODE_CHARACTERS_MAX, code.length()));
    String section = possible.substring(0, Math.min(endOfSection(possible), possible.length()));
    String bare = LITERALS.matcher(section).replaceAll("").toLowerCase(Locale.ROOT);
    if (bare.contains("general") || bare.contains("@")) {
      return GENERAL;
    }
    boolean date = bare.matches(".*[yd].*") || bare.contains("mmm");
    boolean time = bare.matches(".*[hs].*");
    if (date || time) {
      return new NumberFormat(date, time, "");
    }
    return DIGITS.matcher(section).matches() ? new NumberFormat(false, false, section) : GENERAL;
  }

  /** Where the first section of a code ends: that of positive numbers. */
  private static int endOfSection(String code) {
    boolean quoted = false;
    for (int i = 0; i < code.length(); i++) {
      char c = code.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == '\\') {
        i++;
      } else if (c == ';' && !quoted) {
        return i;
      }
    }
    return code.length();
  }

  /**
   * A number as it is shown.
   *
   * @param number as the workbook has it
   * @param since1904 whether days are counted from 1904
   */
  String shown(String number, boolean since1904) {
    BigDecimal value;
    try {
      value = new BigDecimal(number.strip());
    } catch (NumberFormatException e) {
      return number;
    }
    if (value.precision() > 400 || Math.abs((long) value.scale()) > 400) {
      return number; // no spreadsheet has such a number
    }
    if ((hasDate || hasTime) && value.signum() >= 0 && value.doubleValue() < DAY_MAX) {
      return dateOrTime(value.doubleValue(), since1904);
    }
    if (!digits.isEmpty() && value.signum() >= 0 && isWhole(value)) {
      return filled(value.toBigInteger().toString());
    }
    return plain(value);
  }

  private String dateOrTime(double days, boolean since1904) {
    long seconds = Math.round(days * SECONDS_OF_DAY);
    LocalTime time = LocalTime.ofSecondOfDay(seconds % SECONDS_OF_DAY);
    String shownTime = time.format(time.getSecond() == 0 ? MINUTES : SECONDS);
    if (!hasDate) {
      Duration duration = Duration.ofSeconds(seconds);
      return duration.toDays() == 0 ? shownTime : plain(BigDecimal.valueOf(days));
    }
    LocalDateTime shown = day(seconds / SECONDS_OF_DAY, since1904).atTime(time);
    return hasTime && !time.equals(LocalTime.MIDNIGHT)
        ? shown.toLocalDate() + " " + shownTime
        : shown.toLocalDate().toString();
  }

  /** Day 60 is 29 February 1900, which was none; the days before it are shifted by that. */
  private static LocalDate day(long number, boolean since1904) {
    if (since1904) {
      return LocalDate.of(1904, 1, 1).plusDays(number);
    }
    return LocalDate.of(1899, 12, number < 60 ? 31 : 30).plusDays(number);
  }

  private static boolean isWhole(BigDecimal value) {
    return value.stripTrailingZeros().scale() <= 0;
  }

  /** All digits that the spreadsheet guarantees, without an exponent. */
  private static String plain(BigDecimal value) {
    BigDecimal rounded =
        isWhole(value) && value.precision() <= 20 ? value : value.round(SIGNIFICANT);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  /** The digits of a number in the places of the format, from the right. */
  private String filled(String number) {
    StringBuilder reversed = new StringBuilder();
    int next = number.length() - 1;
    int first = firstPlace();
    boolean quoted = false;
    for (int i = digits.length() - 1; i >= 0; i--) {
      char c = digits.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == '0' || c == '#') && !isEscaped(i)) {
        do {
          if (next >= 0) {
            reversed.append(number.charAt(next--));
          } else if (c == '0') {
            reversed.append('0');
          }
        } while (i == first && next >= 0);
      } else if (c != '\\' && (next >= 0 || digits.substring(0, i).contains("0") || i < first)) {
        reversed.append(c);
      }
    }
    return reversed.reverse().toString();
  }

  private int firstPlace() {
    boolean quoted = false;
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      quoted = (c == '"') != quoted;
      if (!quoted && (c == '0' || c == '#') && !isEscaped(i)) {
        return i;
      }
    }
    return -1;
  }

  private boolean isEscaped(int place) {
    return place > 0 && digits.charAt(place - 1) == '\\';
  }
}
