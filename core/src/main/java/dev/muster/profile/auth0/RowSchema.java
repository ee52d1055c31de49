package dev.muster.profile.auth0;

import dev.muster.problem.Problem;
import dev.muster.problem.ProblemCode;
import dev.muster.profile.PhoneSyntax;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The schema of Auth0's user records, as its documentation "Bulk user import database schema and
 * examples" describes it. Immutable and thread-safe.
 */
final class RowSchema {

  /** The member in a file of rejects with the reason of an earlier rejection. */
  static final String REJECT_REASON = "@reject-reason";

  /** The attributes that an upsert changes, in the order in which they are reported. */
  static final List<String> ATTRIBUTES =
      List.of("name", "given_name", "family_name", "nickname", "picture");

  /** Names that app_metadata must not have, because Auth0's profiles have them. */
  private static final Set<String> RESERVED =
      Set.of(
          "__tenant",
          "_id",
          "blocked",
          "clientID",
          "created_at",
          "email_verified",
          "email",
          "globalClientID",
          "global_client_id",
          "identities",
          "lastIP",
          "lastLogin",
          "loginsCount",
          "metadata",
          "multifactor_last_modified",
          "multifactor",
          "updated_at",
          "user_id");

  static final Pattern BCRYPT = Pattern.compile("^\\$2[ab]?\\$10+\\$[./A-Za-z0-9]{53}$");
  private static final int BCRYPT_CHARACTERS = 53;

  /** By character. A table, because comparisons of random characters are hard to predict. */
  private static final boolean[] IN_BCRYPT = bcryptCharacters();

  private static final Pattern E164 = Pattern.compile("^\\+[1-9][0-9]{1,14}$");

  /** The names of all properties. */
  static final Set<String> NAMES =
      Set.of(
          "email",
          "email_verified",
          "phone_number",
          "phone_verified",
          "blocked",
          "user_id",
          "username",
          "name",
          "given_name",
          "family_name",
          "nickname",
          "picture",
          "password_hash",
          "custom_password_hash",
          "app_metadata",
          "user_metadata",
          "mfa_factors");

  private final Rule root;

  RowSchema(Auth0Options options) {
    Map<String, Rule> members = new HashMap<>();
    members.put(REJECT_REASON, (value, path, problems) -> {});
    members.put("email", new Rule.OfEmail());
    for (String name : List.of("email_verified", "phone_verified", "blocked")) {
      members.put(name, new Rule.OfFlag());
    }
    members.put("phone_number", RowSchema::checkPhone);
    members.put("user_id", new Rule.OfText(1, Integer.MAX_VALUE));
    members.put("username", new Rule.OfText(options.usernameMin(), options.usernameMax()));
    for (String name : ATTRIBUTES) {
      members.put(name, Rule.OfText.ANY);
    }
    members.put("password_hash", RowSchema::checkBcrypt);
    members.put("custom_password_hash", new CustomHashRule());
    members.put("app_metadata", new Rule.OfMetadata(RESERVED));
    members.put("user_metadata", new Rule.OfMetadata(Set.of()));
    members.put("mfa_factors", new FactorsRule());
    this.root = new Rule.OfObject(members, List.of("email"));
  }

  /** All problems of a record, in the order of its members. */
  List<Problem> check(Struct record) {
    List<Problem> problems = new ArrayList<>(0);
    root.check(record, "", problems);
    if (record.has("password_hash") && record.has("custom_password_hash")) {
      problems.add(
          Complaint.of(
              ProblemCode.NOT_PASSED,
              "custom_password_hash",
              "password_hash and custom_password_hash exclude each other"));
    }
    return problems;
  }

  private static void checkBcrypt(Value value, String path, List<Problem> problems) {
    if (!(value instanceof Value.Text text)) {
      problems.add(Complaint.type(path, "string", value));
    } else if (!isBcrypt(text.text())) {
      problems.add(Complaint.pattern(path, BCRYPT));
    }
  }

  /** Whether a text matches {@link #BCRYPT}; quicker than the pattern, as most records have one. */
  static boolean isBcrypt(String text) {
    int at =
        text.startsWith("$2a$") || text.startsWith("$2b$") ? 4 : text.startsWith("$2$") ? 3 : -1;
    if (at < 0 || !text.startsWith("10", at)) {
      return false;
    }
    at += 2;
    while (text.startsWith("0", at)) {
      at++;
    }
    if (!text.startsWith("$", at) || text.length() - at - 1 != BCRYPT_CHARACTERS) {
      return false;
    }
    for (int i = at + 1; i < text.length(); i++) {
      if (!isBcryptCharacter(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean[] bcryptCharacters() {
    boolean[] in = new boolean['z' + 1];
    for (char c = '.'; c <= 'z'; c++) {
      in[c] = c <= '9' || (c >= 'A' && c <= 'Z') || c >= 'a';
    }
    return in;
  }

  private static boolean isBcryptCharacter(char c) {
    return c < IN_BCRYPT.length && IN_BCRYPT[c];
  }

  private static void checkPhone(Value value, String path, List<Problem> problems) {
    if (!(value instanceof Value.Text text)) {
      problems.add(Complaint.type(path, "string", value));
    } else if (!PhoneSyntax.isE164(text.text())) {
      problems.add(Complaint.pattern(path, E164));
    }
  }
}
