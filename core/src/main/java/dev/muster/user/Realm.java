package dev.muster.user;

import java.util.Map;

/**
 * A named partition of the users.
 *
 * @param number the store's number for it, from 1
 * @param name as given on the command line
 * @param loginIdScopes within what each kind of login id is unique; all kinds present
 * @param attributeScopes the same for attributes declared unique, by path; others are absent
 */
public record Realm(
    int number,
    String name,
    Map<LoginIdKind, UniqueScope> loginIdScopes,
    Map<String, UniqueScope> attributeScopes) {

  public static final String DEFAULT = "default";

  public Realm {
    loginIdScopes = Map.copyOf(loginIdScopes);
    attributeScopes = Map.copyOf(attributeScopes);
  }

  public UniqueScope scopeOf(LoginIdKind kind) {
    return loginIdScopes.getOrDefault(kind, UniqueScope.REALM);
  }
}
