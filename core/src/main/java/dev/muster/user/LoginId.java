package dev.muster.user;

/**
 * Something a person logs in with.
 *
 * @param value as the directory shows it, never empty
 * @param key what finds its owner, and what uniqueness compares
 */
public record LoginId(String value, Key key) {

  /** The login id that shows {@code value}. */
  public static LoginId of(LoginIdKind kind, String value) {
    return new LoginId(value, Key.of(kind, Canonical.of(kind, value)));
  }

  /** True for login ids that may differ in how they are shown, but not in whom they find. */
  public boolean findsSameAs(LoginId other) {
    return key.equals(other.key);
  }
}
