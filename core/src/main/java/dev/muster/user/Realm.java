package dev.muster.user;

import java.util.Map;

/**
 * A named partition of the users.
 *
 * @param number its number in the store, from 1
 * @param name its unique name
 * @param loginIdScopes the scope in which each kind of login id is unique; all kinds are present
 * @param attributeScopes the scopes of attributes declared unique, by path; others are absent
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

  /** The same realm with the rules of another. */
  public Realm withRulesOf(Realm other) {
    return new Realm(number, name, other.loginIdScopes, other.attributeScopes);
  }

  /** Whether the same values must be unique within the same scopes in both. */
  public boolean hasSameRules(Realm other) {
    for (LoginIdKind kind : LoginIdKind.values()) {
      if (scopeOf(kind) != other.scopeOf(kind)) {
        return false;
      }
    }
    return attributeScopes.equals(other.attributeScopes);
  }
}
