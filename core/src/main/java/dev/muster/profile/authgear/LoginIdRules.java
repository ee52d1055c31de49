package dev.muster.profile.authgear;

import dev.muster.problem.Problem;
import dev.muster.profile.SchemaProblem;
import dev.muster.value.Struct;
import java.util.List;

/**
 * Authgear's rules for login ids in addition to the schema: their lengths, and that user names
 * consist of certain ASCII characters, which are all safe as PRECIS identifiers (RFC 8264, section
 * 4.2). A phone number in E.164 is never too long.
 *
 * <p>The problems have Authgear's path {@code /login_id}, although that is not a member of records,
 * and Authgear's message; the cause is in their details. Reserved names are a policy of each
 * deployment and are not checked.
 */
final class LoginIdRules {

  private static final String PATH = "/login_id";
  private static final String MESSAGE = "invalid login ID";
  private static final int USERNAME_LENGTH_MAX = 40;
  private static final int EMAIL_LENGTH_MAX = 320;

  private LoginIdRules() {}

  /** Adds the problems of the login ids of a record that fits the schema. */
  static void check(Struct record, List<Problem> problems) {
    String email = record.text(AuthgearIdentifier.EMAIL.wireName());
    if (email != null) {
      checkLength("e-mail address", email, EMAIL_LENGTH_MAX, problems);
    }
    String username = record.text(AuthgearIdentifier.PREFERRED_USERNAME.wireName());
    if (username != null) {
      checkLength("user name", username, USERNAME_LENGTH_MAX, problems);
      checkCharacters(username, problems);
    }
  }

  private static void checkLength(String what, String value, int max, List<Problem> problems) {
    if (value.length() <= max) {
      return;
    }
    int length = value.codePointCount(0, value.length());
    if (length > max) {
      String cause = "the " + what + " has " + length + " characters, and may have " + max;
      problems.add(SchemaProblem.tooLong(PATH, cause, length, max).saying(MESSAGE));
    }
  }

  private static void checkCharacters(String username, List<Problem> problems) {
    for (int i = 0; i < username.length(); i++) {
      if (!isAllowed(username.charAt(i))) {
        String cause = "a user name may have letters A to Z, digits and the marks _ . -";
        problems.add(SchemaProblem.badFormat(PATH, "username", cause).saying(MESSAGE));
        return;
      }
    }
  }

  private static boolean isAllowed(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == '.'
        || c == '-';
  }
}
