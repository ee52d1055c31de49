package dev.muster.app.store.directory;

import dev.muster.app.store.Administrator;
import dev.muster.app.store.Administrators;
import dev.muster.app.store.sql.Sql;
import dev.muster.password.EncodedHash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Administrators in the tables {@code admins} and {@code admin_realms}. */
public final class StoredAdministrators implements Administrators {

  private static final String SELECT = "SELECT name, password, all_realms, created_at FROM admins ";

  private final Sql sql;

  public StoredAdministrators(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Optional<Administrator> find(String name) {
    return sql.first(SELECT + "WHERE name = ?", Row::read, name).map(this::withRealms);
  }

  @Override
  public List<Administrator> all() {
    return sql.list(SELECT + "ORDER BY name", Row::read).stream().map(this::withRealms).toList();
  }

  @Override
  public boolean exist() {
    return sql.first("SELECT 1 FROM admins LIMIT 1", row -> row.getInt(1)).isPresent();
  }

  @Override
  public boolean create(Administrator administrator) {
    return sql.inTransaction(() -> created(administrator));
  }

  private boolean created(Administrator administrator) {
    int rows =
        sql.execute(
            "INSERT INTO admins (name, password, all_realms, created_at) VALUES (?, ?, ?, ?)"
                + " ON CONFLICT DO NOTHING",
            administrator.name(),
            ProfileText.hashText(administrator.password()),
            administrator.realms().isEmpty(),
            administrator.createdAt().toEpochMilli());
    if (rows == 0) {
      return false;
    }
    for (String realm : administrator.realms().orElse(Set.of())) {
      int added =
          sql.execute(
              "INSERT INTO admin_realms (admin, realm)"
                  + " SELECT CAST(? AS TEXT), number FROM realms WHERE name = ?",
              administrator.name(),
              realm);
      if (added != 1) {
        throw new IllegalStateException("no realm named " + realm);
      }
    }
    return true;
  }

  @Override
  public boolean setPassword(String name, EncodedHash password) {
    return sql.inTransaction(
        () -> {
          sql.execute("DELETE FROM web_sessions WHERE admin = ?", name);
          return sql.execute(
                  "UPDATE admins SET password = ? WHERE name = ?",
                  ProfileText.hashText(password),
                  name)
              == 1;
        });
  }

  @Override
  public boolean delete(String name) {
    return sql.inTransaction(
        () -> {
          sql.execute("DELETE FROM web_sessions WHERE admin = ?", name);
          sql.execute("DELETE FROM admin_realms WHERE admin = ?", name);
          return sql.execute("DELETE FROM admins WHERE name = ?", name) == 1;
        });
  }

  private Administrator withRealms(Row row) {
    return new Administrator(
        row.name(),
        row.password(),
        row.allRealms() ? Optional.empty() : Optional.of(realmsOf(row.name())),
        row.createdAt());
  }

  private Set<String> realmsOf(String name) {
    return new HashSet<>(
        sql.list(
            "SELECT realms.name FROM admin_realms JOIN realms ON number = realm WHERE admin = ?",
            row -> row.getString(1),
            name));
  }

  /** A row of {@code admins}. */
  private record Row(String name, EncodedHash password, boolean allRealms, Instant createdAt) {

    static Row read(ResultSet row) throws SQLException {
      return new Row(
          row.getString(1),
          Objects.requireNonNull(ProfileText.hash(row.getString(2))),
          row.getBoolean(3),
          Instant.ofEpochMilli(row.getLong(4)));
    }
  }
}
