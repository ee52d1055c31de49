package dev.muster.app.store.postgres;

import dev.muster.app.json.JsonBytes;
import dev.muster.app.store.directory.ProfileText;
import dev.muster.app.store.directory.UserRow;
import dev.muster.user.Account;
import dev.muster.user.User;
import java.sql.SQLException;

/** Writes users as rows of PostgreSQL's COPY. */
final class CopiedUser {

  static final String COLUMNS = UserRow.COLUMNS + ", record_fingerprint, revision";

  private static final int COLUMN_COUNT = UserRow.COLUMN_COUNT + 2;

  private CopiedUser() {}

  /**
   * Writes the row.
   *
   * @param room a buffer, overwritten with the user's profile
   */
  static void write(User user, long revision, JsonBytes room, CopyRows out) throws SQLException {
    Account account = user.account();
    ProfileText.write(account, room);
    out.row(COLUMN_COUNT).int8(user.id()).int4(user.realm());
    out.text(UserRow.shown(account.username())).text(UserRow.shown(account.email()));
    out.text(UserRow.shown(account.phoneNumber()));
    out.bool(account.emailVerified()).bool(account.phoneNumberVerified());
    out.bool(account.disabled()).text(ProfileText.hashText(account.password()));
    out.json(room);
    out.int8(user.createdAt().toEpochMilli()).int8(user.updatedAt().toEpochMilli());
    out.int8(UserRow.fingerprint(user)).int8(revision);
  }
}
