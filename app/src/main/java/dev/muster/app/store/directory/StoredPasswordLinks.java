package dev.muster.app.store.directory;

import dev.muster.app.store.PasswordLink;
import dev.muster.app.store.PasswordLinks;
import dev.muster.app.store.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Links in the table {@code password_links}. */
public final class StoredPasswordLinks implements PasswordLinks {

  private final Sql sql;

  public StoredPasswordLinks(Sql sql) {
    this.sql = sql;
  }

  @Override
  public void add(PasswordLink link) {
    sql.execute(
        "INSERT INTO password_links (token_hash, user_id, address, created_at, ends_at)"
            + " VALUES (?, ?, ?, ?, ?)",
        link.tokenHash(),
        link.userId(),
        link.addressHash(),
        link.createdAt().toEpochMilli(),
        link.endsAt().toEpochMilli());
  }

  @Override
  public Optional<PasswordLink> find(String tokenHash) {
    return sql.first(
        "SELECT user_id, address, created_at, ends_at, used_at FROM password_links"
            + " WHERE token_hash = ?",
        row -> link(tokenHash, row),
        tokenHash);
  }

  private static PasswordLink link(String tokenHash, ResultSet row) throws SQLException {
    long usedMillis = row.getLong(5);
    Optional<Instant> usedAt =
        row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(usedMillis));
    return new PasswordLink(
        tokenHash,
        row.getLong(1),
        row.getString(2),
        Instant.ofEpochMilli(row.getLong(3)),
        Instant.ofEpochMilli(row.getLong(4)),
        usedAt);
  }

  @Override
  public boolean use(String tokenHash, Instant at) {
    return sql.execute(
            "UPDATE password_links SET used_at = ?"
                + " WHERE token_hash = ? AND used_at IS NULL AND ends_at > ?",
            at.toEpochMilli(),
            tokenHash,
            at.toEpochMilli())
        > 0;
  }

  @Override
  public void endAll(long userId, Instant at) {
    sql.execute(
        "UPDATE password_links SET used_at = ? WHERE user_id = ? AND used_at IS NULL",
        at.toEpochMilli(),
        userId);
  }

  @Override
  public void forgetEndedBefore(Instant time) {
    sql.execute("DELETE FROM password_links WHERE ends_at < ?", time.toEpochMilli());
  }
}
