package dev.muster.profile.auth0;

import dev.muster.user.Canonical;
import dev.muster.user.ExternalId;
import dev.muster.user.Key;
import dev.muster.user.LoginId;
import dev.muster.user.LoginIdKind;
import dev.muster.value.Struct;
import org.jspecify.annotations.Nullable;

/**
 * The ids of a valid record, in canonical form.
 *
 * @param username null if the record has none, as the others but the e-mail address
 */
record RowIds(
    LoginId email,
    @Nullable LoginId username,
    @Nullable LoginId phoneNumber,
    @Nullable ExternalId userId) {

  static RowIds of(Struct record) {
    String email = Canonical.shownEmail(String.valueOf(record.text(RowKey.EMAIL.property())));
    String userId = record.text(RowKey.USER_ID.property());
    return new RowIds(
        LoginId.of(LoginIdKind.EMAIL, email),
        loginId(LoginIdKind.USERNAME, record.text(RowKey.USERNAME.property())),
        loginId(LoginIdKind.PHONE_NUMBER, record.text(RowKey.PHONE_NUMBER.property())),
        userId == null ? null : UserIds.of(userId));
  }

  private static @Nullable LoginId loginId(LoginIdKind kind, @Nullable String value) {
    return value == null ? null : LoginId.of(kind, value);
  }

  /** The key of one of the ids; null if the record lacks that one. */
  @Nullable Key key(RowKey which) {
    return switch (which) {
      case EMAIL -> email.key();
      case USER_ID -> userId == null ? null : userId.key();
      case USERNAME -> username == null ? null : username.key();
      case PHONE_NUMBER -> phoneNumber == null ? null : phoneNumber.key();
    };
  }
}
