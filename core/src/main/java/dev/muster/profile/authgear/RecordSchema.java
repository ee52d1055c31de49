package dev.muster.profile.authgear;

import dev.muster.problem.Problem;
import dev.muster.value.Struct;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Authgear's record schema. It is checked completely before anything else, so that a malformed
 * record fails even if it would be skipped or its password ignored.
 *
 * <p>It follows the API reference of Authgear's User Import API, and Authgear's server where the
 * page is silent, with two exceptions for the page's own sample: {@code middle_name} may be empty,
 * and a phone number need not be in service.
 */
final class RecordSchema {

  /** The member in a file of rejects with the reason of an earlier rejection. */
  static final String REJECT_REASON = "@reject-reason";

  /** The claims of OpenID Connect Core 1.0, section 5.1, that are no login ids, in its order. */
  static final List<String> STANDARD_ATTRIBUTES =
      List.of(
          "name",
          "given_name",
          "family_name",
          "middle_name",
          "nickname",
          "profile",
          "picture",
          "website",
          "gender",
          "birthdate",
          "zoneinfo",
          "locale",
          "address");

  private final Rule root;

  /**
   * The schema of one request's records.
   *
   * @param identifier the login id that each record must have
   * @param types the types of passwords
   */
  RecordSchema(AuthgearIdentifier identifier, PasswordTypes types) {
    Map<String, Rule> members = new HashMap<>();
    members.put(REJECT_REASON, new Rule.Anything());
    for (AuthgearIdentifier loginId : AuthgearIdentifier.values()) {
      members.put(loginId.wireName(), loginIdRule(loginId, loginId != identifier));
    }
    for (String name : List.of("disabled", "email_verified", "phone_number_verified")) {
      members.put(name, new Rule.OfFlag("/" + name));
    }
    for (String name : List.of("name", "given_name", "family_name", "nickname", "gender")) {
      members.put(name, new Rule.OfText("/" + name, true, false, null));
    }
    members.put("middle_name", new Rule.OfText("/middle_name", true, true, null));
    members.put("profile", formatted("/profile", true, TextFormat.URI));
    members.put("picture", formatted("/picture", true, TextFormat.PICTURE));
    members.put("website", formatted("/website", true, TextFormat.URI));
    members.put("birthdate", formatted("/birthdate", true, TextFormat.BIRTHDATE));
    members.put("zoneinfo", formatted("/zoneinfo", true, TextFormat.TIMEZONE));
    members.put("locale", formatted("/locale", true, TextFormat.BCP47));
    members.put("address", addressRule());
    members.put(
        "custom_attributes",
        new Rule.OfObject("/custom_attributes", false, false, Map.of(), List.of()));
    members.put("roles", new Rule.OfKeys("/roles"));
    members.put("groups", new Rule.OfKeys("/groups"));
    for (String name : List.of("account_valid_from", "account_valid_until")) {
      members.put(name, formatted("/" + name, false, TextFormat.DATE_TIME));
    }
    members.put("password", passwordRule("/password", types));
    members.put("mfa", mfaRule(types));
    this.root = new Rule.OfObject("", false, true, members, List.of(identifier.wireName()));
  }

  /** All problems of a record, sorted by path. */
  List<Problem> check(Struct record) {
    List<Problem> problems = new ArrayList<>(0);
    root.check(record, problems);
    sort(problems);
    return problems;
  }

  /** The order in which a record's problems are reported. */
  static void sort(List<Problem> problems) {
    if (problems.size() > 1) {
      problems.sort(
          Comparator.comparing(Problem::path, Comparator.nullsFirst(Comparator.naturalOrder())));
    }
  }

  private static Rule loginIdRule(AuthgearIdentifier loginId, boolean nullable) {
    String path = "/" + loginId.wireName();
    return switch (loginId) {
      case EMAIL -> formatted(path, nullable, TextFormat.EMAIL);
      case PHONE_NUMBER -> formatted(path, nullable, TextFormat.PHONE);
      case PREFERRED_USERNAME -> new Rule.OfText(path, nullable, false, null);
    };
  }

  private static Rule addressRule() {
    Map<String, Rule> members = new HashMap<>();
    for (String name :
        List.of("formatted", "street_address", "locality", "region", "postal_code", "country")) {
      members.put(name, new Rule.OfText("/address/" + name, false, false, null));
    }
    return new Rule.OfObject("/address", true, false, members, List.of());
  }

  private static Rule passwordRule(String path, PasswordTypes types) {
    Map<String, Rule> members =
        Map.of(
            "type", new Rule.OfPasswordType(path + "/type", types),
            "password_hash", new Rule.OfText(path + "/password_hash", false, false, null),
            "expire_after", formatted(path + "/expire_after", false, TextFormat.DATE_TIME));
    return new Rule.OfObject(path, false, true, members, List.of("type", "password_hash"));
  }

  private static Rule mfaRule(PasswordTypes types) {
    Map<String, Rule> totp =
        Map.of("secret", new Rule.OfText("/mfa/totp/secret", false, false, null));
    Map<String, Rule> members =
        Map.of(
            "email", formatted("/mfa/email", true, TextFormat.EMAIL),
            "phone_number", formatted("/mfa/phone_number", true, TextFormat.PHONE),
            "password", passwordRule("/mfa/password", types),
            "totp", new Rule.OfObject("/mfa/totp", false, true, totp, List.of("secret")));
    return new Rule.OfObject("/mfa", false, true, members, List.of());
  }

  private static Rule formatted(String path, boolean nullable, TextFormat format) {
    return new Rule.OfText(path, nullable, false, format);
  }
}
