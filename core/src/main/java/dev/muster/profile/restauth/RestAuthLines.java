package dev.muster.profile.restauth;

import dev.muster.problem.Remark;
import java.util.regex.Pattern;

/** Messages of {@code restauth-import} that scripts may look for. */
public final class RestAuthLines {

  public static final String SET_PASSWORD = "Set password from input data.";

  /** The warning about an existing user if those are skipped; {@code restauth-import} is silent. */
  static final String USER_SKIPPED = Remark.USER_SKIPPED.with();

  private static final String PROPERTY = "Property \"";

  /** What a warning says about a name that is like a known one. */
  static final String DID_YOU_MEAN = "did you mean \"";

  private static final Pattern PUBLISHED =
      Pattern.compile("'password' is neither string nor dictionary\\.|password is of type \\w+\\.");

  private static final String HASH = "Hash of type \"";

  private RestAuthLines() {}

  public static String unsupported(String algorithm) {
    return Remark.HASH_SKIPPED.with(algorithm);
  }

  public static String propertyExists(String name) {
    return Remark.PROPERTY_KEPT.with(name);
  }

  /** Whether a user's warning is {@link #propertyExists}. */
  public static boolean isPropertyExists(String warning) {
    return warning.startsWith(PROPERTY);
  }

  /** Whether a message about a wrong password is one of RestAuth's, which must not be changed. */
  public static boolean isPublished(String message) {
    return PUBLISHED.matcher(message).matches();
  }

  /** Whether a warning is about a name that is like a known one, and so may be a slip. */
  public static boolean isAboutSlip(String warning) {
    return warning.contains(DID_YOU_MEAN);
  }

  /** Whether RestAuth's own command neither prints a warning nor is silent about it on purpose. */
  public static boolean isAdditional(String warning) {
    return !isPropertyExists(warning) && !warning.startsWith(HASH) && !warning.equals(USER_SKIPPED);
  }
}
