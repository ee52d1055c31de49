package dev.muster.app.store.directory;

import dev.muster.app.json.JsonBytes;
import dev.muster.user.AccountEditor;
import dev.muster.user.LoginId;
import dev.muster.user.LoginIdKind;
import dev.muster.user.RecordFingerprint;
import dev.muster.user.User;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Maps users to rows of the table {@code users}. */
public final class UserRow {

  private UserRow() {}

  public static final int COLUMN_COUNT = 12;

  /** The columns, in the table's order. */
  public static final String COLUMNS =
      "id, realm, username, email, phone_number, email_verified, phone_number_verified, disabled,"
          + " password, profile, created_at, updated_at";

  public static User read(ResultSet row) throws SQLException {
    return readLater(row).get();
  }

  /** Reads a row's columns. The supplier decodes them, and may be called on another thread. */
  public static Supplier<User> readLater(ResultSet row) throws SQLException {
    long id = row.getLong(1);
    int realm = row.getInt(2);
    String username = row.getString(3);
    String email = row.getString(4);
    String phoneNumber = row.getString(5);
    boolean emailVerified = row.getBoolean(6);
    boolean phoneNumberVerified = row.getBoolean(7);
    boolean disabled = row.getBoolean(8);
    String password = row.getString(9);
    String profile = row.getString(10);
    Instant createdAt = Instant.ofEpochMilli(row.getLong(11));
    Instant updatedAt = Instant.ofEpochMilli(row.getLong(12));
    return () -> {
      AccountEditor account = new AccountEditor(null);
      account.loginId(LoginIdKind.USERNAME, loginId(LoginIdKind.USERNAME, username));
      account.loginId(LoginIdKind.EMAIL, loginId(LoginIdKind.EMAIL, email));
      account.loginId(LoginIdKind.PHONE_NUMBER, loginId(LoginIdKind.PHONE_NUMBER, phoneNumber));
      account.verified(LoginIdKind.EMAIL, emailVerified);
      account.verified(LoginIdKind.PHONE_NUMBER, phoneNumberVerified);
      account.disabled(disabled);
      account.password(ProfileText.hash(password));
      ProfileText.restore(profile, account);
      return new User(id, realm, account.account(), createdAt, updatedAt);
    };
  }

  /**
   * Sets the columns as parameters 1 to 12, and the fingerprint as 13. The fingerprint is null
   * unless a record with a fingerprint caused this write.
   *
   * @param room a buffer, overwritten with the user's profile
   */
  public static void bind(PreparedStatement statement, User user, JsonBytes room)
      throws SQLException {
    statement.setLong(1, user.id());
    statement.setInt(2, user.realm());
    statement.setString(3, shown(user.account().username()));
    statement.setString(4, shown(user.account().email()));
    statement.setString(5, shown(user.account().phoneNumber()));
    statement.setInt(6, user.account().emailVerified() ? 1 : 0);
    statement.setInt(7, user.account().phoneNumberVerified() ? 1 : 0);
    statement.setInt(8, user.account().disabled() ? 1 : 0);
    statement.setString(9, ProfileText.hashText(user.account().password()));
    ProfileText.write(user.account(), room);
    statement.setBytes(10, room.toBytes()); // UTF-8; the statement casts it to text
    statement.setLong(11, user.createdAt().toEpochMilli());
    statement.setLong(12, user.updatedAt().toEpochMilli());
    statement.setObject(13, fingerprint(user));
  }

  /** The value of the column for the fingerprint. */
  public static @Nullable Long fingerprint(User user) {
    RecordFingerprint fingerprint = user.fingerprint();
    return fingerprint == null ? null : fingerprint.bits();
  }

  /**
   * Adds the user of a row of id and fingerprint to {@code current}, if it has the expected
   * fingerprint.
   */
  public static void addIfCurrent(
      ResultSet row, Map<Long, RecordFingerprint> fingerprints, Set<Long> current)
      throws SQLException {
    long id = row.getLong(1);
    RecordFingerprint asked = fingerprints.get(id);
    if (asked != null && StoredUnchangedLookup.isOf(asked, row)) {
      current.add(id);
    }
  }

  private static @Nullable LoginId loginId(LoginIdKind kind, @Nullable String value) {
    return value == null ? null : LoginId.of(kind, value);
  }

  /** The value of a login id's column. */
  public static @Nullable String shown(@Nullable LoginId id) {
    return id == null ? null : id.value();
  }
}
