package dev.muster.app.hash.recipe;

import java.util.Arrays;
import java.util.Map;

/**
 * Functions that read only the first bytes of a value: if the password is behind them, every
 * password fits.
 */
final class Truncation {

  /** How many bytes bcrypt reads. */
  static final int BCRYPT = 72;

  private static final int DES = 8;
  private static final Map<String, Integer> BY_SCHEME =
      Map.of(
          "des-crypt",
          DES,
          "django-crypt",
          DES,
          "ldap-crypt",
          DES,
          "lm",
          14,
          "crypt16",
          16,
          "cisco-pix",
          16,
          "joomla",
          BCRYPT,
          "keycloak",
          BCRYPT,
          "okta",
          BCRYPT,
          "gitea",
          BCRYPT);

  private Truncation() {}

  /** Whether a scheme around a recipe reads nothing of the password. */
  static boolean hidesPassword(String scheme, Expression inner, byte[] value, Inputs inputs) {
    return hidesPassword(BY_SCHEME.getOrDefault(scheme, Integer.MAX_VALUE), inner, value, inputs);
  }

  /**
   * Whether the first bytes of a value are the same for another password.
   *
   * @param limit how many bytes are read
   * @param value of the expression with these inputs
   */
  static boolean hidesPassword(int limit, Expression expression, byte[] value, Inputs inputs) {
    if (value.length <= limit || beginsWithDigest(expression)) {
      return false;
    }
    byte[] other = expression.value(inputs.withOtherPassword());
    return Arrays.equals(first(value, limit), first(other, limit));
  }

  /** Whether already the first bytes depend on the password, which needs no second computation. */
  private static boolean beginsWithDigest(Expression expression) {
    if (expression instanceof Sum sum) {
      return beginsWithDigest(sum.operands().get(0));
    }
    if (expression instanceof Encoded encoded) {
      return beginsWithDigest(encoded.bytes());
    }
    return (expression instanceof DigestOf || expression instanceof Pbkdf2Of)
        && expression.nodes().anyMatch(Truncation::isChanging);
  }

  private static boolean isChanging(Expression node) {
    return node == Source.PASSWORD || node == Source.PREVIOUS;
  }

  private static byte[] first(byte[] bytes, int count) {
    return Arrays.copyOf(bytes, Math.min(bytes.length, count));
  }
}
