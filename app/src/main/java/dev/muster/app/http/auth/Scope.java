package dev.muster.app.http.auth;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a token permits (RFC 6749, section 3.3). Some have a second name, by which tokens for
 * Auth0's API permit the same.
 */
public enum Scope {
  IMPORTS_READ("imports:read", "read:users"),
  IMPORTS_WRITE("imports:write", "create:users"),
  USERS_READ("users:read"),
  USERS_WRITE("users:write"),
  USERS_VERIFY("users:verify"),
  JOURNAL_READ("journal:read");

  private final String wireName;
  private final String auth0Name;

  Scope(String wireName) {
    this(wireName, wireName);
  }

  Scope(String wireName, String auth0Name) {
    this.wireName = wireName;
    this.auth0Name = auth0Name;
  }

  /** The name in tokens and on the command line. */
  public String wireName() {
    return wireName;
  }

  /** The name that Auth0's API knows it by; the wire name of scopes that it does not know. */
  public String auth0Name() {
    return auth0Name;
  }

  /** All scopes. */
  public static Set<Scope> all() {
    return EnumSet.allOf(Scope.class);
  }

  /** The scope with a name, of either kind. */
  public static Optional<Scope> named(String name) {
    return Arrays.stream(values())
        .filter(each -> each.wireName.equals(name) || each.auth0Name.equals(name))
        .findFirst();
  }

  /** The scopes in a token's {@code scope}, separated by spaces; unknown ones are ignored. */
  static Set<Scope> parse(String text) {
    EnumSet<Scope> scopes = EnumSet.noneOf(Scope.class);
    List.of(text.split(" ")).forEach(word -> named(word).ifPresent(scopes::add));
    return scopes;
  }

  /** The wire names, separated by spaces. */
  public static String text(Set<Scope> scopes) {
    return scopes.stream().sorted().map(Scope::wireName).collect(Collectors.joining(" "));
  }
}
