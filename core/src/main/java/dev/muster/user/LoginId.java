package dev.muster.user;

/**
 * Something a person logs in with.
 *
 * @param value as the directory shows it, never empty
 * @param canonical the form that uniqueness and matching compare; made by {@link Canonical}
 */
public record LoginId(String value, String canonical) {

  /** The login id that shows {@code value}. */
  public static LoginId of(LoginIdKind kind, String value) {
    return new LoginId(value, Canonical.of(kind, value));
  }

  /** The key that finds this login id's owner. */
  public Key key(LoginIdKind kind) {
    return Key.of(kind, canonical);
  }
}
