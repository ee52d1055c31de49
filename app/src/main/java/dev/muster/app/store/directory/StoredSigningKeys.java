package dev.muster.app.store.directory;

import dev.muster.app.store.SigningKeys;
import dev.muster.app.store.sql.Sql;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Signing keys and revoked tokens by SQL. */
public final class StoredSigningKeys implements SigningKeys {

  private final Sql sql;

  public StoredSigningKeys(Sql sql) {
    this.sql = sql;
  }

  @Override
  public List<StoredKey> all() {
    return sql.list(
        "SELECT id, created_at, jwk FROM signing_keys ORDER BY created_at DESC, id",
        row ->
            new StoredKey(
                row.getString(1), Instant.ofEpochMilli(row.getLong(2)), row.getString(3)));
  }

  @Override
  public void add(StoredKey key) {
    sql.execute(
        "INSERT INTO signing_keys (id, created_at, jwk) VALUES (?, ?, ?)",
        key.id(),
        key.createdAt().toEpochMilli(),
        key.jwk());
  }

  @Override
  public void revoke(String tokenId, Optional<Instant> expiresAt) {
    sql.execute(
        "INSERT INTO revoked_tokens (id, expires_at) VALUES (?, ?) ON CONFLICT DO NOTHING",
        tokenId,
        expiresAt.map(Instant::toEpochMilli).orElse(Long.MAX_VALUE));
  }

  @Override
  public boolean isRevoked(String tokenId) {
    return sql.number("SELECT count(*) FROM revoked_tokens WHERE id = ?", tokenId) > 0;
  }

  @Override
  public void forgetExpired(Instant time) {
    sql.execute("DELETE FROM revoked_tokens WHERE expires_at < ?", time.toEpochMilli());
  }
}
