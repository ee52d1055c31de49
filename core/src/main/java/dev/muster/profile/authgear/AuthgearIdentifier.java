package dev.muster.profile.authgear;

import dev.muster.user.Canonical;
import dev.muster.user.Key;
import dev.muster.user.LoginId;
import dev.muster.user.LoginIdKind;
import java.util.Optional;

/**
 * A member of a record that is a login id, and so may identify the record's user. The constants are
 * in the order in which login ids are written and warned about.
 */
public enum AuthgearIdentifier {
  EMAIL("email", LoginIdKind.EMAIL),
  PHONE_NUMBER("phone_number", LoginIdKind.PHONE_NUMBER),
  PREFERRED_USERNAME("preferred_username", LoginIdKind.USERNAME);

  private final String wireName;
  private final LoginIdKind kind;

  AuthgearIdentifier(String wireName, LoginIdKind kind) {
    this.wireName = wireName;
    this.kind = kind;
  }

  /** The member's name, and the request's {@code identifier}. */
  public String wireName() {
    return wireName;
  }

  public LoginIdKind kind() {
    return kind;
  }

  public static Optional<AuthgearIdentifier> named(String wireName) {
    for (AuthgearIdentifier identifier : values()) {
      if (identifier.wireName.equals(wireName)) {
        return Optional.of(identifier);
      }
    }
    return Optional.empty();
  }

  /** The key of a valid value. */
  public Key key(String value) {
    return loginId(value).key();
  }

  /** The login id of a valid value; it is shown in canonical form. */
  LoginId loginId(String value) {
    String shown =
        switch (this) {
          case EMAIL -> Canonical.shownEmail(value);
          case PHONE_NUMBER -> value;
          case PREFERRED_USERNAME -> Canonical.folded(value);
        };
    return LoginId.of(kind, shown);
  }
}
