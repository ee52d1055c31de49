package dev.muster.profile.auth0;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** JSON numbers without a fraction: {@code 32}, {@code 32.0} and {@code 3.2e1} are equal. */
final class WholeNumber {

  private static final int SAFE_DIGITS = 18;

  private WholeNumber() {}

  /** The number, at most {@link Long#MAX_VALUE} in size; null if it has a fraction. */
  static @Nullable Long of(String literal) {
    BigDecimal number;
    try {
      number = new BigDecimal(literal).stripTrailingZeros();
    } catch (NumberFormatException exponentTooLarge) {
      return null;
    }
    if (number.scale() > 0) {
      return null;
    }
    boolean large = (long) number.precision() - number.scale() > SAFE_DIGITS;
    if (large) {
      return number.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
    return number.longValueExact();
  }
}
