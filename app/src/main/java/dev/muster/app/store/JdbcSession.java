package dev.muster.app.store;

import dev.muster.app.job.JobStore;
import dev.muster.app.journal.Actor;
import dev.muster.app.journal.Journal;
import dev.muster.user.Realm;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What stores have in common whose tables are the same, and only the database another one. */
abstract sealed class JdbcSession implements Session permits SqliteSession, PostgresSession {

  final Sql sql;
  private final Database database;
  final Catalogs catalogs;
  private final Users users;
  private final Services services;
  private final Groups groups;
  private final JobStore jobs;
  private final Journal journal;
  private final Function<Sql, DirectoryTables> tables;
  private @Nullable UserWrites userWrites;

  /**
   * A store whose tables are there.
   *
   * @param sql for this session alone, as long as it is open
   * @param position the database's function that finds a text in a text
   * @param tables how it reads and writes users in bulk
   */
  JdbcSession(Database database, Sql sql, String position, Function<Sql, DirectoryTables> tables) {
    this.database = database;
    this.sql = sql;
    this.catalogs = new Catalogs(sql);
    this.tables = tables;
    String id = sql.first("SELECT id FROM directory", row -> row.getString(1)).orElseThrow();
    this.users = new Users(sql, new UserIds(id));
    Memberships memberships = new Memberships(sql, position, () -> tables.apply(sql));
    this.services = new JdbcServices(sql, memberships);
    this.groups = new JdbcGroups(sql, catalogs, memberships);
    this.jobs = new JdbcJobStore(sql, this::forgetSubmission);
    this.journal = new JdbcJournal(sql);
  }

  /** Brings the keys of a directory to the form of this version, once for a process. */
  static void bringToForm(Sql sql, DirectoryTables tables) {
    if (sql.number("SELECT key_form FROM directory") < KeyRules.FORM) {
      new KeyRules(sql, new Catalogs(sql), tables).bringToForm();
    }
  }

  /** Deletes what is kept of a job because it was submitted, before the job itself is deleted. */
  abstract void forgetSubmission(long jobNumber);

  @Override
  public final Database database() {
    return database;
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
  public final Journal journal() {
    return journal;
  }

  @Override
  public final <T> T inTransaction(Supplier<T> work) {
    return sql.inTransaction(work);
  }

  @Override
  public final long reserveUserNumbers(long count) {
    return sql.inTransaction(
            () ->
                sql.number(
                    "UPDATE directory SET next_user = next_user + ? RETURNING next_user", count))
        - count;
  }

  @Override
  public final Optional<String> fingerprintKey() {
    return sql.first(
        "SELECT fingerprint_key FROM directory WHERE fingerprint_key <> ''",
        row -> row.getString(1));
  }

  @Override
  public final void adopt(Realm realm, Actor actor, Instant at) throws RulesBroken {
    new KeyRules(sql, catalogs, tables.apply(sql)).adopt(realm, actor, at);
  }

  @Override
  public final UserWrites userWrites() {
    if (userWrites == null) {
      userWrites = new StoredUserWrites(sql, catalogs, tables.apply(sql));
    }
    return userWrites;
  }

  @Override
  public final ImportTarget dryTarget(Realm realm, Set<String> lookups) {
    Set<String> all = new HashSet<>(lookups);
    all.addAll(realm.attributeScopes().keySet());
    all.removeAll(catalogs.rules().of(realm.number()).attributeScopes().keySet()); // indexed
    all.addAll(lookups);
    return ScratchSession.over(target(realm, all, 0), realm, all, catalogs, database.threads());
  }

  @Override
  public final ScratchJobs scratchLog() {
    return ScratchSession.create(database.threads());
  }
}
