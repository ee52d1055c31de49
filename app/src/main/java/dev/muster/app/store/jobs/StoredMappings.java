package dev.muster.app.store.jobs;

import dev.muster.app.journal.Actor;
import dev.muster.app.json.JsonText;
import dev.muster.app.json.StoredJson;
import dev.muster.app.store.sql.Sql;
import dev.muster.app.upload.SavedMapping;
import dev.muster.app.upload.SavedMappings;
import dev.muster.value.Struct;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Saved mappings in the table {@code saved_mappings}. */
public final class StoredMappings implements SavedMappings {

  private static final String SELECT =
      "SELECT realm, name, shape, mapping, actor, saved_at FROM saved_mappings WHERE realm = ?";

  private final Sql sql;

  public StoredMappings(Sql sql) {
    this.sql = sql;
  }

  @Override
  public void save(SavedMapping mapping) {
    sql.execute(
        """
        INSERT INTO saved_mappings (realm, name, shape, mapping, actor, saved_at)
        VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (realm, name) DO UPDATE
           SET shape = excluded.shape, mapping = excluded.mapping, actor = excluded.actor,
               saved_at = excluded.saved_at""",
        mapping.realm(),
        mapping.name(),
        mapping.shape(),
        JsonText.of(mapping.mapping()),
        mapping.actor().wireName(),
        mapping.savedAt().toEpochMilli());
  }

  @Override
  public Optional<SavedMapping> find(String realm, String name) {
    return sql.first(SELECT + " AND name = ?", StoredMappings::read, realm, name);
  }

  @Override
  public Optional<SavedMapping> fitting(String realm, String shape) {
    return sql.first(
        SELECT + " AND shape = ? ORDER BY saved_at DESC, name LIMIT 1",
        StoredMappings::read,
        realm,
        shape);
  }

  @Override
  public List<SavedMapping> all(String realm) {
    return sql.list(SELECT + " ORDER BY name", StoredMappings::read, realm);
  }

  @Override
  public boolean delete(String realm, String name) {
    return sql.execute("DELETE FROM saved_mappings WHERE realm = ? AND name = ?", realm, name) > 0;
  }

  private static SavedMapping read(ResultSet row) throws SQLException {
    return new SavedMapping(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        (Struct) StoredJson.parse(row.getString(4)),
        Actor.parse(row.getString(5)),
        Instant.ofEpochMilli(row.getLong(6)));
  }
}
