package dev.muster.app.store;

import dev.muster.app.job.JobStore;
import dev.muster.app.job.unchanged.UnchangedLookup;
import dev.muster.app.journal.Actor;
import dev.muster.app.journal.Journal;
import dev.muster.app.upload.SavedMappings;
import dev.muster.app.upload.Uploads;
import dev.muster.apply.Directory;
import dev.muster.apply.StoreUnavailable;
import dev.muster.user.Realm;
import java.io.Closeable;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** One thread's access to a directory and its imports; see {@link Database}. */
public interface Session extends AutoCloseable {

  /** The database that opened this session. */
  Database database();

  /** See {@link Database#name}. */
  default String name() {
    return database().name();
  }

  Catalogs catalogs();

  Users users();

  Services services();

  Groups groups();

  JobStore jobs();

  /** The journal of changes. */
  Journal journal();

  /** Runs {@code work} in a transaction, or in the running one. */
  <T> T inTransaction(Supplier<T> work);

  /** The number of records in a chunk, which an import looks up, decides and writes together. */
  int chunkRecords();

  /**
   * Reserves {@code count} consecutive user numbers, which are never reserved again. Returns the
   * first.
   */
  long reserveUserNumbers(long count);

  /**
   * Rewrites the stored keys to follow a realm's uniqueness rules, if they follow others. Call it
   * only before writing, or when the rules are to be changed.
   *
   * @param actor who changes the rules, for the journal
   * @param at when, for the journal
   * @throws RulesBroken if existing users of the realm violate the new rules
   */
  void adopt(Realm realm, Actor actor, Instant at) throws RulesBroken;

  /** Keys that sign the directory's own tokens. */
  SigningKeys signingKeys();

  /** The administrators of the console. */
  Administrators administrators();

  /** The sessions of the console. */
  WebSessions webSessions();

  /** Mails with which users of imports choose a password. */
  Mailings mailings();

  /** Links to set a password. */
  PasswordLinks passwordLinks();

  /** Changes and deletes single users, outside of imports. */
  UserWrites userWrites();

  /** The secret key of record fingerprints; empty if the directory has none. */
  Optional<String> fingerprintKey();

  /**
   * Opens the target of an import.
   *
   * @param realm the realm, with the uniqueness rules that the stored keys follow
   * @param lookups paths of attributes to look users up by, although the directory has no index of
   *     them
   * @param keys what the import's survey knows of its keys
   */
  ImportTarget target(Realm realm, Set<String> lookups, SurveyedKeys keys);

  /** Opens the target of an import of a few records. */
  default ImportTarget target(Realm realm, Set<String> lookups) {
    return target(realm, lookups, SurveyedKeys.unknown(chunkRecords()));
  }

  /**
   * Opens the target of a dry run. It shows the directory with the dry run's changes, which are
   * stored in a scratch store and discarded on close.
   *
   * @param realm the realm, with the uniqueness rules to apply; the stored keys may follow others
   */
  ImportTarget dryTarget(Realm realm, Set<String> lookups);

  /** An empty job store, discarded on close, for results that may still be rolled back. */
  ScratchJobs scratchLog();

  /** See {@link Database#hold}. */
  default Optional<Closeable> hold(long jobNumber) {
    return database().hold(jobNumber);
  }

  /** Messages to webhooks. */
  WebhookMessages webhooks();

  /** Uploaded files, and which imports are their reports. */
  Uploads uploads();

  /** Mappings of columns that people saved. */
  SavedMappings savedMappings();

  /** Imports that were submitted to workers. */
  SubmittedImports submitted();

  @Override
  void close();

  /** The directory that an import writes to, and its transactions. */
  interface ImportTarget extends AutoCloseable {

    Directory directory();

    /**
     * Runs {@code work} in a transaction, or in the running one.
     *
     * @throws StoreUnavailable also if a write fails that {@link Directory#apply} left running
     */
    <T> T inTransaction(Supplier<T> work);

    /**
     * Runs {@code work} in a savepoint of the running transaction, and waits until its changes are
     * written.
     *
     * @throws dev.muster.apply.DataViolation if the database rejects a value; then the work is
     *     rolled back, and the transaction can continue
     */
    <T> T inSavepoint(Supplier<T> work);

    /**
     * Waits until all applied changes are written, though not committed.
     *
     * @throws StoreUnavailable also if a write fails that {@link Directory#apply} left running
     */
    void awaitWrites();

    /** Finds users to whom records were already applied; empty if that is impossible. */
    Optional<UnchangedLookup> unchangedLookup();

    /** The most records in a transaction: chunks that are ready are added until it is reached. */
    int transactionRecords();

    /**
     * Whether other sessions may write between this import's look-ups and its writes, so that a
     * transaction may have to be retried.
     */
    boolean shared();

    @Override
    void close();
  }

  /** A temporary job store. */
  interface ScratchJobs extends AutoCloseable {

    JobStore log();

    @Override
    void close();
  }
}
