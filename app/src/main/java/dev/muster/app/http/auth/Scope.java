package dev.muster.app.http.auth;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a token permits (RFC 6749, section 3.3). */
public enum Scope {
  IMPORTS_READ("imports:read"),
  IMPORTS_WRITE("imports:write"),
  USERS_READ("users:read"),
  USERS_WRITE("users:write"),
  USERS_VERIFY("users:verify"),
  JOURNAL_READ("journal:read");

  private final String wireName;

  Scope(String wireName) {
    this.wireName = wireName;
  }

  /** The name in tokens and on the command line. */
  public String wireName() {
    return wireName;
  }

  /** All scopes. */
  public static Set<Scope> all() {
    return EnumSet.allOf(Scope.class);
  }

  /** The scope with a wire name. */
  public static Optional<Scope> named(String wireName) {
    return Arrays.stream(values()).filter(each -> each.wireName.equals(wireName)).findFirst();
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
