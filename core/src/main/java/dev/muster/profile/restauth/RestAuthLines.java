package dev.muster.profile.restauth;

/** Messages of {@code restauth-import} that scripts may look for. */
public final class RestAuthLines {

  public static final String SET_PASSWORD = "Set password from input data.";

  private static final String PROPERTY = "Property \"";

  private RestAuthLines() {}

  public static String unsupported(String algorithm) {
    return "Hash of type \"" + algorithm + "\" is not supported, skipping.";
  }

  public static String propertyExists(String name) {
    return PROPERTY + name + "\" already exists.";
  }

  /** Whether a user's warning is {@link #propertyExists}. */
  public static boolean isPropertyExists(String warning) {
    return warning.startsWith(PROPERTY);
  }
}
