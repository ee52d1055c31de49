package dev.muster.app.store.jdbc;

import dev.muster.app.job.JobStore;
import dev.muster.app.journal.Actor;
import dev.muster.app.journal.Journal;
import dev.muster.app.store.Administrators;
import dev.muster.app.store.Catalogs;
import dev.muster.app.store.Database;
import dev.muster.app.store.Groups;
import dev.muster.app.store.Mailings;
import dev.muster.app.store.PasswordLinks;
import dev.muster.app.store.RulesBroken;
import dev.muster.app.store.Services;
import dev.muster.app.store.Session;
import dev.muster.app.store.SigningKeys;
import dev.muster.app.store.SurveyedKeys;
import dev.muster.app.store.UserIds;
import dev.muster.app.store.UserWrites;
import dev.muster.app.store.Users;
import dev.muster.app.store.WebSessions;
import dev.muster.app.store.WebhookMessages;
import dev.muster.app.store.directory.DirectoryTables;
import dev.muster.app.store.directory.JdbcGroups;
import dev.muster.app.store.directory.JdbcJournal;
import dev.muster.app.store.directory.JdbcServices;
import dev.muster.app.store.directory.KeyRules;
import dev.muster.app.store.directory.Memberships;
import dev.muster.app.store.directory.StoredAdministrators;
import dev.muster.app.store.directory.StoredCatalogs;
import dev.muster.app.store.directory.StoredPasswordLinks;
import dev.muster.app.store.directory.StoredSigningKeys;
import dev.muster.app.store.directory.StoredUserWrites;
import dev.muster.app.store.directory.StoredWebSessions;
import dev.muster.app.store.jobs.JdbcJobStore;
import dev.muster.app.store.jobs.JdbcWebhookMessages;
import dev.muster.app.store.jobs.StoredMailings;
import dev.muster.app.store.jobs.StoredMappings;
import dev.muster.app.store.jobs.StoredUploads;
import dev.muster.app.store.search.SearchTables;
import dev.muster.app.store.search.StoredUsers;
import dev.muster.app.store.sql.Sql;
import dev.muster.app.upload.SavedMappings;
import dev.muster.app.upload.Uploads;
import dev.muster.user.Realm;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The part of a session that SQLite and PostgreSQL share. */
public abstract class JdbcSession implements Session {

  public final Sql sql;
  private final Database database;
  public final StoredCatalogs catalogs;
  private final Users users;
  private final Services services;
  private final Groups groups;
  private final JobStore jobs;
  private final Journal journal;
  private final Function<Sql, DirectoryTables> tables;
  private final Scratch scratch;
  private @Nullable UserWrites userWrites;

  /**
   * A session on a database whose tables exist.
   *
   * @param sql used by this session alone while it is open
   * @param position the name of the SQL function that finds a substring
   * @param tables creates the bulk access to users and keys
   * @param search the bulk access to the search index
   */
  @SuppressWarnings("this-escape") // the method is called when jobs are deleted, long after
  public JdbcSession(
      Database database,
      Sql sql,
      String position,
      Function<Sql, DirectoryTables> tables,
      SearchTables search,
      Scratch scratch) {
    this.database = database;
    this.sql = sql;
    this.catalogs = new StoredCatalogs(sql);
    this.tables = tables;
    this.scratch = scratch;
    String id = sql.first("SELECT id FROM directory", row -> row.getString(1)).orElseThrow();
    this.users = new StoredUsers(sql, new UserIds(id), search, () -> tables.apply(sql));
    Memberships memberships = new Memberships(sql, position, () -> tables.apply(sql));
    this.services = new JdbcServices(sql, memberships);
    this.groups = new JdbcGroups(sql, catalogs, memberships);
    this.jobs =
        new JdbcJobStore(sql, this::forgetSubmission, () -> storedUploads().deletePortion());
    this.journal = new JdbcJournal(sql);
  }

  /** Rewrites the keys of a directory that an older version wrote in another form. */
  public static void bringToForm(Sql sql, DirectoryTables tables) {
    if (sql.number("SELECT key_form FROM directory") < KeyRules.FORM) {
      new KeyRules(sql, new StoredCatalogs(sql), tables).bringToForm();
    }
  }

  /** The access to uploaded files. */
  protected abstract StoredUploads storedUploads();

  @Override
  public final Uploads uploads() {
    return storedUploads();
  }

  @Override
  public final SavedMappings savedMappings() {
    return new StoredMappings(sql);
  }

  /** Deletes the submission of a job, before the job itself is deleted. */
  protected abstract void forgetSubmission(long jobNumber);

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
  public final WebhookMessages webhooks() {
    return new JdbcWebhookMessages(sql);
  }

  @Override
  public final Mailings mailings() {
    return new StoredMailings(sql, users.ids(), webhooks());
  }

  @Override
  public final PasswordLinks passwordLinks() {
    return new StoredPasswordLinks(sql);
  }

  @Override
  public final SigningKeys signingKeys() {
    return new StoredSigningKeys(sql);
  }

  @Override
  public final Administrators administrators() {
    return new StoredAdministrators(sql);
  }

  @Override
  public final WebSessions webSessions() {
    return new StoredWebSessions(sql);
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
    return scratch.over(
        target(realm, all, SurveyedKeys.unknown(0)), realm, all, catalogs, database.threads());
  }

  @Override
  public final ScratchJobs scratchLog() {
    return scratch.jobs(database.threads());
  }
}
