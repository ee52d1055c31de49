package dev.muster.profile.auth0;

import dev.muster.user.Canonical;
import dev.muster.user.Key;
import dev.muster.user.LoginIdKind;
import dev.muster.user.UniqueScope;
import dev.muster.value.Struct;
import java.util.List;
import java.util.function.Consumer;

/** The properties of a record that no other user may share. */
public enum RowKey {
  EMAIL("email", UniqueScope.REALM),
  USER_ID("user_id", UniqueScope.GLOBAL),
  USERNAME("username", UniqueScope.REALM),
  PHONE_NUMBER("phone_number", UniqueScope.REALM);

  /** All of them; not to be changed. */
  static final List<RowKey> ALL = List.of(values());

  private final String property;
  private final UniqueScope within;

  RowKey(String property, UniqueScope within) {
    this.property = property;
    this.within = within;
  }

  /** The property's name. */
  public String property() {
    return property;
  }

  /** Among which users its value is unique. */
  UniqueScope within() {
    return within;
  }

  /** The key of a value, which may be invalid. */
  public Key key(String value) {
    return switch (this) {
      case EMAIL -> Key.of(LoginIdKind.EMAIL, Canonical.of(LoginIdKind.EMAIL, value));
      case USER_ID -> UserIds.of(value).key();
      case USERNAME -> Key.of(LoginIdKind.USERNAME, Canonical.of(LoginIdKind.USERNAME, value));
      case PHONE_NUMBER -> Key.of(LoginIdKind.PHONE_NUMBER, value);
    };
  }

  /** Passes the keys of a record to {@code action}, even if the record will fail. */
  public static void forEach(Struct record, Consumer<Key> action) {
    for (RowKey each : ALL) {
      String value = record.text(each.property);
      if (value != null) {
        action.accept(each.key(value));
      }
    }
  }
}
