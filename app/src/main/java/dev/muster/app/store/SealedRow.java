package dev.muster.app.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.muster.app.json.JsonBytes;
import dev.muster.app.seal.Seal;
import dev.muster.user.Account;
import dev.muster.user.Imprint;
import dev.muster.user.User;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The seal of a user's row: over all columns that an import can change. */
final class SealedRow {

  /** What {@link #fits} reads, in this order. */
  static final String COLUMNS =
      "u.id, u.seal, u.realm, u.username, u.email, u.phone_number, u.email_verified,"
          + " u.phone_number_verified, u.disabled, u.password, u.profile";

  private SealedRow() {}

  /**
   * The seal of a row about to be written; null for a user without an imprint.
   *
   * @param profile holds the user's document
   */
  static @Nullable Long seal(User user, JsonBytes profile) {
    Imprint imprint = user.imprint();
    if (imprint == null) {
      return null;
    }
    Account account = user.account();
    return new Seal(imprint)
        .number(user.realm())
        .text(bytes(UserRow.shown(account.username())))
        .text(bytes(UserRow.shown(account.email())))
        .text(bytes(UserRow.shown(account.phoneNumber())))
        .flag(account.emailVerified())
        .flag(account.phoneNumberVerified())
        .flag(account.disabled())
        .text(bytes(ProfileText.hashText(account.password())))
        .text(profile.toBytes())
        .value();
  }

  /** Whether a row is as a record with this imprint left it. */
  static boolean fits(Imprint imprint, ResultSet row, int first) throws SQLException {
    long seal = row.getLong(first + 1);
    return !row.wasNull() && seal == seal(imprint, row, first + 2);
  }

  private static long seal(Imprint imprint, ResultSet row, int first) throws SQLException {
    return new Seal(imprint)
        .number(row.getInt(first))
        .text(row.getBytes(first + 1))
        .text(row.getBytes(first + 2))
        .text(row.getBytes(first + 3))
        .flag(row.getBoolean(first + 4))
        .flag(row.getBoolean(first + 5))
        .flag(row.getBoolean(first + 6))
        .text(row.getBytes(first + 7))
        .text(row.getBytes(first + 8))
        .value();
  }

  /** Takes a row of number and seal: whether it has the seal that is asked for. */
  static void match(ResultSet row, Map<Long, Long> seals, Set<Long> found) throws SQLException {
    long id = row.getLong(1);
    Long seal = row.getLong(2);
    if (!row.wasNull() && seal.equals(seals.get(id))) {
      found.add(id);
    }
  }

  private static byte @Nullable [] bytes(@Nullable String text) {
    return text == null ? null : text.getBytes(UTF_8);
  }
}
