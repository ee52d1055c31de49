package dev.muster.app.store;

import dev.muster.app.job.JobStore;
import dev.muster.app.job.unchanged.UnchangedLookup;
import dev.muster.app.journal.Actor;
import dev.muster.app.journal.Journal;
import dev.muster.apply.Directory;
import dev.muster.apply.StoreUnavailable;
import dev.muster.user.Realm;
import java.io.Closeable;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** One thread's way to a directory and its imports; see {@link Database}. */
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

  /** Who changed what, and when. */
  Journal journal();

  /** Does work in one transaction; inside a transaction it takes part in that one. */
  <T> T inTransaction(Supplier<T> work);

  /** How many records an import looks up, decides on and writes at once; fit for a small heap. */
  int chunkRecords();

  /** Gives out {@code count} user numbers that follow each other, for good; the first of them. */
  long reserveUserNumbers(long count);

  /**
   * Makes the directory's keys follow a realm's rules of uniqueness, if they don't yet. Only who is
   * about to write, or was asked to change the rules, does that.
   *
   * @param actor who changes the rules, for the journal
   * @param at when, for the journal
   * @throws RulesBroken if users of the realm break the new rules already
   */
  void adopt(Realm realm, Actor actor, Instant at) throws RulesBroken;

  /** Changes and deletes single users, outside of imports. */
  UserWrites userWrites();

  /** The secret key of record fingerprints; empty if the directory has none. */
  Optional<String> fingerprintKey();

  /**
   * What an import writes to.
   *
   * @param realm has the rules that the directory follows
   * @param records how many records it has
   */
  ImportTarget target(Realm realm, Set<String> lookups, long records);

  /** What an import of a few records writes to. */
  default ImportTarget target(Realm realm, Set<String> lookups) {
    return target(realm, lookups, chunkRecords());
  }

  /**
   * What a dry run writes to: the directory with a scratch laid over it, thrown away on close.
   *
   * @param realm has the rules to decide by, which need not be those that the directory follows
   */
  ImportTarget dryTarget(Realm realm, Set<String> lookups);

  /** An empty log of jobs that is thrown away on close, for results that may yet be undone. */
  ScratchJobs scratchLog();

  /** See {@link Database#hold}. */
  default Optional<Closeable> hold(long jobNumber) {
    return database().hold(jobNumber);
  }

  /** Imports that a worker carries out. */
  SubmittedImports submitted();

  @Override
  void close();

  /** Where an import's decisions go, and the transaction in which they do. */
  interface ImportTarget extends AutoCloseable {

    Directory directory();

    /**
     * Does work in one transaction; inside a transaction it takes part in that one.
     *
     * @throws StoreUnavailable also for what {@link Directory#apply} left to go on
     */
    <T> T inTransaction(Supplier<T> work);

    /**
     * Does work that can be rolled back by itself, inside a transaction, and waits until what it
     * applied is written.
     *
     * @throws dev.muster.apply.DataViolation if the database refuses some of it; the work is rolled
     *     back then, and the transaction can go on
     */
    <T> T inSavepoint(Supplier<T> work);

    /**
     * Waits until everything that was applied is written, though not committed.
     *
     * @throws StoreUnavailable also for what {@link Directory#apply} left to go on
     */
    void awaitWrites();

    /** Finds users that records were already applied to; empty where that is impossible. */
    Optional<UnchangedLookup> unchangedLookup();

    /** How many records may share a transaction: chunks that are ready join until there are. */
    int transactionRecords();

    /**
     * Whether others may write between this import's look-ups and its writes, so that a transaction
     * may have to be begun again.
     */
    boolean shared();

    @Override
    void close();
  }

  /** A log of jobs that does not outlive its use. */
  interface ScratchJobs extends AutoCloseable {

    JobStore log();

    @Override
    void close();
  }
}
