package dev.muster.app.cli;

import dev.muster.app.format.UsageProblem;
import java.util.regex.Pattern;

/** How the keys of roles and groups and the names of realms are spelled. */
final class CatalogKeys {

  private static final int KEY_CHARACTERS_MAX = 40;
  private static final int REALM_CHARACTERS_MAX = 64;

  private CatalogKeys() {}

  /** Checks the key of a role or a group. */
  static void checkKey(String key) throws UsageProblem {
    if (!Pattern.matches("^[a-zA-Z_][a-zA-Z0-9:_]*$", key) || key.length() > KEY_CHARACTERS_MAX) {
      throw new UsageProblem(
          "'"
              + key
              + "' can't be a key: a key has letters, digits, : and _, begins with a letter or _,"
              + " and has at most "
              + KEY_CHARACTERS_MAX
              + " characters");
    }
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
}
