package dev.muster.app.cli.directory;

import dev.muster.app.format.UsageProblem;
import java.util.regex.Pattern;

/** Validates keys of roles and groups, and names of realms and services. */
final class CatalogKeys {

  private static final int KEY_CHARACTERS_MAX = 40;
  private static final int REALM_CHARACTERS_MAX = 64;
  private static final int SERVICE_CHARACTERS_MAX = 255;

  private CatalogKeys() {}

  /** The message about a text that can't be a key. */
  static String noKey(String text) {
    return "'"
        + text
        + "' can't be a key: a key has letters, digits, : and _, begins with a letter or _, but not"
        + " with authgear:, and has at most "
        + KEY_CHARACTERS_MAX
        + " characters";
  }

  /** Checks the name of a realm. */
  static void checkRealm(String name) throws UsageProblem {
    if (!Pattern.matches("[a-zA-Z0-9._-]+", name) || name.length() > REALM_CHARACTERS_MAX) {
      throw new UsageProblem(
          "'"
              + name
              + "' can't be a realm's name: a name has letters, digits, '.', _ and -,"
              + " and at most "
              + REALM_CHARACTERS_MAX
              + " of them");
    }
  }

  /**
   * Checks the name of a service. It has no colon, because HTTP Basic authentication separates name
   * and password by one.
   */
  static void checkService(String name) throws UsageProblem {
    checkName(name, "a service's name", "[^:\\p{Cc}]+", "colons and control characters");
  }

  /** Checks the name of a service's group. */
  static void checkServiceGroup(String name) throws UsageProblem {
    checkName(name, "the name of a service's group", "[^\\p{Cc}]+", "control characters");
  }

  private static void checkName(String name, String what, String form, String without)
      throws UsageProblem {
    if (!Pattern.matches(form, name) || name.length() > SERVICE_CHARACTERS_MAX) {
      throw new UsageProblem(
          "'"
              + name
              + "' can't be "
              + what
              + ": a name has 1 to "
              + SERVICE_CHARACTERS_MAX
              + " characters, without "
              + without);
    }
  }
}
