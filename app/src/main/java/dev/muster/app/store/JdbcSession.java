package dev.muster.app.store;

import dev.muster.app.job.JobStore;
import dev.muster.user.Realm;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** What stores have in common whose tables are the same, and only the database another one. */
abstract sealed class JdbcSession implements Session permits SqliteSession, PostgresSession {

  final Sql sql;
  final Catalogs catalogs;
  private final Users users;
  private final Services services;
  private final Groups groups;
  private final JobStore jobs;

  /**
   * A store whose tables are there.
   *
   * @param position the database's function that finds a text in a text
   * @param tables how it reads and writes users in bulk
   */
  JdbcSession(Sql sql, String position, Function<Sql, DirectoryTables> tables) {
    this.sql = sql;
    this.catalogs = new Catalogs(sql);
    String id = sql.first("SELECT id FROM directory", row -> row.getString(1)).orElseThrow();
    this.users = new Users(sql, new UserIds(id));
    Memberships memberships = new Memberships(sql, position, () -> tables.apply(sql));
    this.services = new JdbcServices(sql, memberships);
    this.groups = new JdbcGroups(sql, catalogs, memberships);
    this.jobs = new JdbcJobStore(sql);
  }

  @Override
  public final Catalogs catalogs() {
    return catalogs;
  }

  @Override
  public final Users users() {
    return users;
  }

  @Override
  public final Services services() {
    return services;
  }

  @Override
  public final Groups groups() {
    return groups;
  }

  @Override
  public final JobStore jobs() {
    return jobs;
  }

  @Override
  public final <T> T inTransaction(Supplier<T> work) {
    return sql.inTransaction(work);
  }

  @Override
  public final long reserveUserNumbers(long count) {
    return sql.number("UPDATE directory SET next_user = next_user + ? RETURNING next_user", count)
        - count;
  }

  @Override
  public final Optional<String> fingerprintKey() {
    return sql.first(
        "SELECT fingerprint_key FROM directory WHERE fingerprint_key <> ''",
        row -> row.getString(1));
  }

  @Override
  public final ImportTarget dryTarget(Realm realm, Set<String> lookups) {
    return ScratchSession.over(target(realm, lookups), realm, lookups, () -> catalogs.of(realm));
  }

  @Override
  public final ScratchJobs scratchLog() {
    return ScratchSession.create();
  }
}
