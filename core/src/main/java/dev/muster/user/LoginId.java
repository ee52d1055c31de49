package dev.muster.user;

import org.jspecify.annotations.Nullable;

/**
 * A name that a user logs in with.
 *
 * @param value the displayed form, never empty
 * @param key the canonical form, for look-ups and uniqueness
 */
public record LoginId(String value, Key key) {

  /** The login id that shows {@code value}. */
  public static LoginId of(LoginIdKind kind, String value) {
    return new LoginId(value, Key.of(kind, Canonical.of(kind, value)));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LoginId that && value.equals(that.value) && key.equals(that.key);
  }

  @Override
  public int hashCode() {
    return key.hashCode();
  }

  /** Whether both have the same canonical form, so that they find the same users. */
  public boolean findsSameAs(LoginId other) {
    return key.equals(other.key);
  }
}
