package dev.muster.app.store.directory;

import dev.muster.app.store.WebSession;
import dev.muster.app.store.WebSessions;
import dev.muster.app.store.sql.Sql;
import java.time.Instant;
import java.util.Optional;

/** Sessions in the table {@code web_sessions}. */
public final class StoredWebSessions implements WebSessions {

  private final Sql sql;

  public StoredWebSessions(Sql sql) {
    this.sql = sql;
  }

  @Override
  public void add(WebSession session) {
    sql.execute(
        "INSERT INTO web_sessions (token_hash, admin, created_at, ends_at) VALUES (?, ?, ?, ?)",
        session.tokenHash(),
        session.administrator(),
        session.createdAt().toEpochMilli(),
        session.endsAt().toEpochMilli());
  }

  @Override
  public Optional<WebSession> find(String tokenHash) {
    return sql.first(
        "SELECT admin, created_at, ends_at FROM web_sessions WHERE token_hash = ?",
        row ->
            new WebSession(
                tokenHash,
                row.getString(1),
                Instant.ofEpochMilli(row.getLong(2)),
                Instant.ofEpochMilli(row.getLong(3))),
        tokenHash);
  }

  @Override
  public void extend(String tokenHash, Instant endsAt) {
    sql.execute(
        "UPDATE web_sessions SET ends_at = ? WHERE token_hash = ? AND ends_at < ?",
        endsAt.toEpochMilli(),
        tokenHash,
        endsAt.toEpochMilli());
  }

  @Override
  public void delete(String tokenHash) {
    sql.execute("DELETE FROM web_sessions WHERE token_hash = ?", tokenHash);
  }

  @Override
  public int deleteEnded(Instant time) {
    return sql.execute("DELETE FROM web_sessions WHERE ends_at < ?", time.toEpochMilli());
  }
}
