package dev.muster.app.store.directory;

import dev.muster.app.store.Service;
import dev.muster.app.store.Services;
import dev.muster.app.store.sql.Sql;
import dev.muster.password.EncodedHash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Services in the table {@code services}. */
public final class JdbcServices implements Services {

  private static final String SELECT = "SELECT number, name, password FROM services ";

  private final Sql sql;
  private final Memberships memberships;

  public JdbcServices(Sql sql, Memberships memberships) {
    this.sql = sql;
    this.memberships = memberships;
  }

  @Override
  public Optional<Service> find(String name) {
    return sql.list(SELECT + "WHERE name = ?", JdbcServices::bare, name).stream()
        .map(this::withHosts)
        .findFirst();
  }

  @Override
  public List<Service> all() {
    return sql.list(SELECT + "ORDER BY name", JdbcServices::bare).stream()
        .map(this::withHosts)
        .toList();
  }

  private static Service bare(ResultSet row) throws SQLException {
    return new Service(
        row.getLong(1), row.getString(2), ProfileText.hash(row.getString(3)), List.of());
  }

  private Service withHosts(Service service) {
    List<String> hosts =
        sql.list(
            "SELECT host FROM service_hosts WHERE service = ? ORDER BY host",
            row -> row.getString(1),
            service.number());
    return new Service(service.number(), service.name(), service.password(), hosts);
  }

  @Override
  public Service create(String name) {
    sql.execute(
        "INSERT INTO services (name, created_at) VALUES (?, ?) ON CONFLICT DO NOTHING",
        name,
        System.currentTimeMillis());
    return find(name).orElseThrow();
  }

  @Override
  public void setPassword(String name, @Nullable EncodedHash password) {
    sql.execute(
        "UPDATE services SET password = ? WHERE number = ?",
        ProfileText.hashText(password),
        existing(name));
  }

  @Override
  public void addHosts(String name, Collection<String> hosts) {
    long service = existing(name);
    for (String host : hosts) {
      sql.execute(
          "INSERT INTO service_hosts (service, host) VALUES (?, ?) ON CONFLICT DO NOTHING",
          service,
          host);
    }
  }

  @Override
  public void setHosts(String name, Collection<String> hosts) {
    sql.inTransaction(
        () -> {
          sql.execute("DELETE FROM service_hosts WHERE service = ?", existing(name));
          addHosts(name, hosts);
          return true;
        });
  }

  private long existing(String name) {
    return find(name)
        .orElseThrow(() -> new IllegalStateException("no service named " + name))
        .number();
  }

  @Override
  public boolean delete(String name) {
    return sql.inTransaction(() -> find(name).map(this::deleted).isPresent());
  }

  private boolean deleted(Service service) {
    memberships.forget(service.name());
    sql.execute(
        "DELETE FROM group_links WHERE parent_service = ? OR child_service = ?",
        service.number(),
        service.number());
    sql.execute("DELETE FROM service_groups WHERE service = ?", service.number());
    sql.execute("DELETE FROM service_hosts WHERE service = ?", service.number());
    sql.execute("DELETE FROM services WHERE number = ?", service.number());
    return true;
  }
}
