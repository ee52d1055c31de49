package dev.muster.profile;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How dates are written, such as {@code dd/mm/yyyy} or {@code d mmm yyyy}: {@code d} or {@code dd},
 * {@code m} or {@code mm}, {@code mmm} for a month's name, {@code yyyy}, {@code yy} (30 to 99 are
 * of the 20th century). {@code excel} is a spreadsheet's serial number. Numbers need no leading
 * zeros if a character separates them; a time of midnight may follow. Immutable.
 */
public final class DateForm {

  static final String TOKENS =
      "use d, dd, m, mm, mmm (a month's name), yyyy or yy with separators, as in dd/mm/yyyy,"
          + " or excel for serial numbers";

  private static final String EXCEL = "excel";
  private static final LocalDate EXCEL_EPOCH = LocalDate.of(1899, 12, 30);
  private static final int EXCEL_DAY_MAX = 2_958_465; // 9999-12-31

  /** The day 1900-02-29, which spreadsheets count although it never was. */
  private static final int EXCEL_LEAP_DAY = 60;

  private static final int CENTURY_TURN = 30;
  private static final int LONG_NAME = 16;

  private static final Pattern MIDNIGHT = Pattern.compile("[T ]0?0:00(:00(\\.0+)?)?( ?AM)?Z?");
  private static final Pattern SERIAL = Pattern.compile("[0-9]{1,7}(\\.0+)?");

  private enum Kind {
    DAY(2),
    MONTH(2),
    MONTH_NAME(0),
    YEAR(4),
    SHORT_YEAR(2),
    LITERAL(0);

    private final int digits;

    Kind(int digits) {
      this.digits = digits;
    }
  }

  /** A part of the pattern; a literal is one character. */
  private record Part(Kind kind, char literal) {}

  private final String pattern;
  private final List<Part> parts;

  private DateForm(String pattern, List<Part> parts) {
    this.pattern = pattern;
    this.parts = List.copyOf(parts);
  }

  /**
   * Reads a pattern.
   *
   * @throws IllegalArgumentException if it is none; the message says why
   */
  public static DateForm of(String pattern) {
    String plain = pattern.strip().toLowerCase(Locale.ROOT);
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < plain.length() && !plain.equals(EXCEL); ) {
      int end = i + 1;
      while (end < plain.length() && plain.charAt(end) == plain.charAt(i)) {
        end++;
      }
      char c = plain.charAt(i);
      if (c >= 'a' && c <= 'z') {
        parts.add(new Part(kind(plain.substring(i, end), pattern), ' '));
      } else {
        plain.substring(i, end).chars().forEach(x -> parts.add(new Part(Kind.LITERAL, (char) x)));
      }
      i = end;
    }
    if (!plain.equals(EXCEL) && !isWhole(parts)) {
      throw new IllegalArgumentException(
          '"' + pattern + "\" must have a day, a month and a year: " + TOKENS);
    }
    return new DateForm(plain, parts);
  }

  private static Kind kind(String token, String pattern) {
    return switch (token) {
      case "d", "dd" -> Kind.DAY;
      case "m", "mm" -> Kind.MONTH;
      case "mmm", "mmmm" -> Kind.MONTH_NAME;
      case "yyyy" -> Kind.YEAR;
      case "yy" -> Kind.SHORT_YEAR;
      default ->
          throw new IllegalArgumentException(
              '"' + pattern + "\" is no form of dates: " + token + " means nothing; " + TOKENS);
    };
  }

  private static boolean isWhole(List<Part> parts) {
    List<Kind> kinds = parts.stream().map(Part::kind).filter(it -> it != Kind.LITERAL).toList();
    return kinds.size() == 3
        && kinds.contains(Kind.DAY)
        && (kinds.contains(Kind.MONTH) || kinds.contains(Kind.MONTH_NAME))
        && (kinds.contains(Kind.YEAR) || kinds.contains(Kind.SHORT_YEAR));
  }

  public String pattern() {
    return pattern;
  }

  /** The date as {@code YYYY-MM-DD}; null if the text is none in this form. */
  public @Nullable String parse(String text) {
    return parts.isEmpty() ? serial(text) : new Reading(text).date();
  }

  /** Whether a text can be a date in both forms, and not the same one. */
  boolean isConfusedWith(DateForm other) {
    if (parts.isEmpty() || parts.size() != other.parts.size() || parts.equals(other.parts)) {
      return false;
    }
    for (int i = 0; i < parts.size(); i++) {
      Part own = parts.get(i);
      Part others = other.parts.get(i);
      boolean alike =
          own.kind().digits == others.kind().digits
              && (own.kind() == Kind.LITERAL) == (others.kind() == Kind.LITERAL)
              && own.literal() == others.literal();
      if (!alike) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable String serial(String text) {
    if (!SERIAL.matcher(text).matches()) {
      return null;
    }
    int point = text.indexOf('.');
    int day = Integer.parseInt(point < 0 ? text : text.substring(0, point));
    if (day < 1 || day > EXCEL_DAY_MAX || day == EXCEL_LEAP_DAY) {
      return null;
    }
    return EXCEL_EPOCH.plusDays(day < EXCEL_LEAP_DAY ? day + 1L : day).toString();
  }

  @Override
  public String toString() {
    return pattern;
  }

  /** One attempt to read a text. */
  private final class Reading {

    private final String text;
    private int at;

    private Reading(String text) {
      this.text = text;
    }

    private @Nullable String date() {
      int day = -1;
      int month = -1;
      int year = -1;
      for (int i = 0; i < parts.size(); i++) {
        Part part = parts.get(i);
        boolean fixed = i + 1 < parts.size() && parts.get(i + 1).kind().digits > 0;
        fixed |= i > 0 && parts.get(i - 1).kind().digits > 0;
        switch (part.kind()) {
          case DAY -> day = number(2, fixed);
          case MONTH -> month = number(2, fixed);
          case MONTH_NAME -> month = name();
          case YEAR -> year = number(4, true);
          case SHORT_YEAR -> year = century(number(2, true));
          case LITERAL -> {
            if (at >= text.length() || text.charAt(at++) != part.literal()) {
              return null;
            }
          }
        }
        if (at < 0) {
          return null;
        }
      }
      boolean ends = at == text.length() || MIDNIGHT.matcher(text.substring(at)).matches();
      return ends ? calendar(year, month, day) : null;
    }

    private int number(int digitsMax, boolean fixed) {
      int start = at;
      int number = 0;
      while (at < text.length() && at - start < digitsMax && isDigit(text.charAt(at))) {
        number = 10 * number + text.charAt(at++) - '0';
      }
      if (at == start || (fixed && at - start < digitsMax)) {
        at = Integer.MIN_VALUE;
      }
      return number;
    }

    private int name() {
      int start = at;
      while (at < text.length()
          && at - start < LONG_NAME
          && (Character.isLetter(text.charAt(at)) || text.charAt(at) == '.')) {
        at++;
      }
      Integer month = MonthNames.number(text.substring(start, at));
      if (month == null) {
        at = Integer.MIN_VALUE;
      }
      return month == null ? -1 : month;
    }

    private static boolean isDigit(char c) {
      return c >= '0' && c <= '9';
    }

    private static int century(int shortYear) {
      return shortYear + (shortYear < CENTURY_TURN ? 2000 : 1900);
    }

    private static @Nullable String calendar(int year, int month, int day) {
      try {
        return LocalDate.of(year, month, day).toString();
      } catch (DateTimeException e) {
        return null;
      }
    }
  }
}
