package dev.muster.app.store;

import dev.muster.user.AccountEditor;
import dev.muster.user.LoginId;
import dev.muster.user.LoginIdKind;
import dev.muster.user.User;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user as a row of the table for them.
 *
 * @param profile the row's JSON document; making it is most of the work, and may be done ahead on
 *     another thread
 */
record UserRow(User user, String profile) {

  static UserRow of(User user) {
    return new UserRow(user, ProfileText.of(user.account()));
  }

  /** In the table's order. */
  static final String COLUMNS =
      "id, realm, username, email, phone_number, email_verified, phone_number_verified, disabled,"
          + " password, profile, created_at, updated_at";

  static User read(ResultSet row) throws SQLException {
    AccountEditor account = new AccountEditor(null);
    account.loginId(LoginIdKind.USERNAME, loginId(LoginIdKind.USERNAME, row.getString(3)));
    account.loginId(LoginIdKind.EMAIL, loginId(LoginIdKind.EMAIL, row.getString(4)));
    account.loginId(LoginIdKind.PHONE_NUMBER, loginId(LoginIdKind.PHONE_NUMBER, row.getString(5)));
    account.verified(LoginIdKind.EMAIL, row.getInt(6) != 0);
    account.verified(LoginIdKind.PHONE_NUMBER, row.getInt(7) != 0);
    account.disabled(row.getInt(8) != 0);
    account.password(ProfileText.hash(row.getString(9)));
    ProfileText.restore(row.getString(10), account);
    return new User(
        row.getLong(1),
        row.getInt(2),
        account.account(),
        Instant.ofEpochMilli(row.getLong(11)),
        Instant.ofEpochMilli(row.getLong(12)));
  }

  /** Sets all twelve columns as parameters 1 to 12. */
  void bind(PreparedStatement statement) throws SQLException {
    statement.setLong(1, user.id());
    statement.setInt(2, user.realm());
    statement.setString(3, shown(user.account().username()));
    statement.setString(4, shown(user.account().email()));
    statement.setString(5, shown(user.account().phoneNumber()));
    statement.setInt(6, user.account().emailVerified() ? 1 : 0);
    statement.setInt(7, user.account().phoneNumberVerified() ? 1 : 0);
    statement.setInt(8, user.account().disabled() ? 1 : 0);
    statement.setString(9, ProfileText.hashText(user.account().password()));
    statement.setString(10, profile);
    statement.setLong(11, user.createdAt().toEpochMilli());
    statement.setLong(12, user.updatedAt().toEpochMilli());
  }

  private static @Nullable LoginId loginId(LoginIdKind kind, @Nullable String value) {
    return value == null ? null : LoginId.of(kind, value);
  }

  private static @Nullable String shown(@Nullable LoginId id) {
    return id == null ? null : id.value();
  }
}
