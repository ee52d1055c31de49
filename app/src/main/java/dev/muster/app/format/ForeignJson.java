package dev.muster.app.format;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Recognises JSON documents of other programs, and says what to do with them. */
final class ForeignJson {

  private static final Set<String> KEYCLOAKS =
      Set.of("users", "clients", "sslRequired", "accessTokenLifespan", "roles", "id");

  private static final Pattern FIREBASES =
      Pattern.compile("\"users\"\\s*:\\s*\\[\\s*\\{[^}]*\"localId\"");
  private static final Pattern KEYCLOAK_USERS =
      Pattern.compile(
          "\"users\"\\s*:\\s*\\[\\s*\\{[^\\]]*\"(createdTimestamp|emailVerified|credentials)\"");

  private static final Pattern PHPMYADMIN =
      Pattern.compile("\\[\\s*\\{\\s*\"type\"\\s*:\\s*\"header\"");

  private static final Pattern DJANGO =
      Pattern.compile("\\[\\s*\\{\\s*\"model\"\\s*:\\s*\"[a-z_]+\\.[a-z_]+\"");

  private static final Pattern MATTERMOST =
      Pattern.compile("\\{\\s*\"type\"\\s*:\\s*\"version\"\\s*,\\s*\"version\"");

  private ForeignJson() {}

  /** A sentence about an array of another program; empty if it may be one of Muster's formats. */
  static Optional<String> array(String start) {
    if (DJANGO.matcher(start).lookingAt()) {
      return Optional.of(
          "is an export of Django (dumpdata): make a table of its users, as in jq -r"
              + " '[\"username\", \"email\", \"password_hash\"], (.[] | select(.model =="
              + " \"auth.user\").fields | [.username, .email, .password]) | @csv' FILE"
              + " > users.csv");
    }
    return PHPMYADMIN.matcher(start).lookingAt()
        ? Optional.of(
            "is an export of phpMyAdmin with its own header: export the table of users as CSV, with"
                + " the names of the columns in the first row, or make a record a line of it, as in"
                + " jq -c '.[] | select(.type == \"table\") | .data[]' FILE")
        : Optional.empty();
  }

  /**
   * A sentence about an object that is none of Muster's documents.
   *
   * @param start its first characters
   * @param names the names of its first members
   */
  static Optional<String> object(String start, List<String> names) {
    if (names.contains("records")) {
      return Optional.empty();
    }
    boolean list = TopLevelNames.ofArrays(start).contains("users");
    if (list && FIREBASES.matcher(start).find()) {
      return Optional.of(
          "is an export of Firebase's accounts, which Muster does not read yet: make a record a"
              + " line of it, as in jq -c '.users[] | {email, name: .displayName}' FILE, and import"
              + " that with --identifier email");
    }
    boolean ofRealm = names.contains("realm") && names.stream().anyMatch(KEYCLOAKS::contains);
    if (ofRealm || (list && KEYCLOAK_USERS.matcher(start).find())) {
      return Optional.of(
          "is an export of a Keycloak realm, which Muster does not read yet: make a record a line"
              + " of it, as in jq -c '.users[] | {email, preferred_username: .username}' FILE, and"
              + " import that with --identifier email");
    }
    if (names.contains("identifier") && names.contains("users")) {
      return Optional.of(
          "has the member \"users\" where a request of Authgear has \"records\": rename it");
    }
    if (list) {
      return Optional.of(
          "has a list as \"users\", which no format of Muster has: make a record a line of it, as"
              + " in jq -c '.users[]' FILE, and import that with --identifier email");
    }
    if (names.contains("Resources") && names.contains("schemas")) {
      return Optional.of(
          "is a list of SCIM: make a record a line of it, as in jq -c '.Resources[] | {email:"
              + " .emails[0].value, preferred_username: .userName}' FILE, and import that with"
              + " --identifier email");
    }
    if (names.contains("value") && start.contains("\"@odata.context\"")) {
      return Optional.of(
          "is an answer of Microsoft Graph: make a record a line of it, as in jq -c '.value[] |"
              + " {email: .mail, name: .displayName}' FILE, and import that with --identifier"
              + " email");
    }
    if (MATTERMOST.matcher(start).lookingAt()) {
      return Optional.of(
          "is a bulk export of Mattermost: make a record a line of its users, as in jq -c"
              + " 'select(.type == \"user\").user | {email, preferred_username: .username}' FILE,"
              + " and import that with --identifier email");
    }
    if (names.contains("doc_id") && start.contains("https://docs.google.com/")) {
      return Optional.of(
          "is a link to a document of Google, not its table: open it, and download it as CSV or"
              + " .xlsx (File, Download)");
    }
    boolean error =
        !names.isEmpty()
            && (names.get(0).equals("error") || names.get(0).equals("errors"))
            && names.size() < 6;
    return error
        ? Optional.of(
            "is the error message of a server, not users: look at it, and download the file again")
        : Optional.empty();
  }
}
