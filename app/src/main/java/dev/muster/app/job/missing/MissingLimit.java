package dev.muster.app.job.missing;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many users may be missing, at most.
 *
 * @param number a number of users, or a percentage of them from 0 to 100
 * @param percent whether it is a percentage
 */
public record MissingLimit(BigDecimal number, boolean percent) {

  /** The limit of imports that name none. */
  public static final MissingLimit DEFAULT = new MissingLimit(BigDecimal.valueOf(5), true);

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private static final Pattern FORM = Pattern.compile("(\\d{1,9})(?:(\\.\\d{1,6})? ?(%))?");

  /** Parses {@code 5%}, {@code 0.5%} or {@code 20}; empty if the text is of another form. */
  public static Optional<MissingLimit> parse(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    boolean percent = parts.group(3) != null;
    String fraction = parts.group(2) == null ? "" : parts.group(2);
    BigDecimal number = new BigDecimal(parts.group(1) + fraction);
    return percent && number.compareTo(HUNDRED) > 0
        ? Optional.empty()
        : Optional.of(new MissingLimit(number, percent));
  }

  /**
   * Whether so many users may be missing.
   *
   * @param users how many users there are to be missing
   */
  public boolean allows(long missing, long users) {
    return percent
        ? BigDecimal.valueOf(missing)
                .multiply(HUNDRED)
                .compareTo(number.multiply(BigDecimal.valueOf(users)))
            <= 0
        : BigDecimal.valueOf(missing).compareTo(number) <= 0;
  }

  /** The limit as {@link #parse} reads it. */
  public String text() {
    return number.toPlainString() + (percent ? "%" : "");
  }
}
