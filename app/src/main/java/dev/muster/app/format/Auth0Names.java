package dev.muster.app.format;

import dev.muster.profile.auth0.ExportedRow;
import java.util.List;
import java.util.Set;

/** Recognises Auth0's records by the names of their properties. */
final class Auth0Names {

  /** Properties that identify a user. */
  private static final Set<String> IDENTIFIERS =
      Set.of("email", "user_id", "username", "phone_number");

  /** Properties that no other format has. */
  private static final Set<String> OWN =
      Set.of(
          "user_id",
          "username",
          "phone_verified",
          "blocked",
          "password_hash",
          "custom_password_hash",
          "app_metadata",
          "user_metadata",
          "mfa_factors");

  /** Properties of Authgear's records that Auth0's don't have. */
  private static final Set<String> AUTHGEARS =
      Set.of("preferred_username", "phone_number_verified", "custom_attributes", "password", "mfa");

  private static final int LINES = 20;

  private Auth0Names() {}

  /**
   * Whether a text is an array whose first element has a property that identifies a user, or is
   * empty; or has an object a line, and one of the first has a property that only Auth0's records
   * or exports have.
   */
  static boolean areIn(String start) {
    if (start.startsWith("[")) {
      String first = start.substring(1).stripLeading();
      return first.startsWith("]") || hasIdentifier(TopLevelNames.of(first), first);
    }
    return start.startsWith("{")
        && start.indexOf('\n') >= 0
        && start.lines().limit(LINES).anyMatch(Auth0Names::isOwn);
  }

  private static boolean hasIdentifier(List<String> names, String text) {
    return text.startsWith("{")
        && names.stream().anyMatch(IDENTIFIERS::contains)
        && names.stream().noneMatch(AUTHGEARS::contains);
  }

  private static boolean isOwn(String line) {
    List<String> names = TopLevelNames.of(line);
    return names.stream().anyMatch(name -> OWN.contains(name) || ExportedRow.isOwn(name))
        && names.stream().noneMatch(AUTHGEARS::contains);
  }
}
