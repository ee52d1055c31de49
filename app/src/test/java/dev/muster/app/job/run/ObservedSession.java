package dev.muster.app.job.run;

import dev.muster.app.job.JobStore;
import dev.muster.app.job.unchanged.UnchangedLookup;
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
import dev.muster.app.store.SubmittedImports;
import dev.muster.app.store.SurveyedKeys;
import dev.muster.app.store.UserWrites;
import dev.muster.app.store.Users;
import dev.muster.app.store.WebSessions;
import dev.muster.app.store.WebhookMessages;
import dev.muster.app.upload.SavedMappings;
import dev.muster.app.upload.Uploads;
import dev.muster.apply.Directory;
import dev.muster.user.Key;
import dev.muster.user.Realm;
import dev.muster.user.RecordFingerprint;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** A store that tells when an import comes to a point at which it might be killed. */
final class ObservedSession implements Session {

  private final Session store;
  private final Runnable moment;

  private final AtomicInteger unchanged = new AtomicInteger();
  private final AtomicInteger savepoints = new AtomicInteger();
  private final AtomicReference<Runnable> afterLook = new AtomicReference<>(() -> {});

  /**
   * Watches a store.
   *
   * @param moment called before and after every commit, and when results have been saved
   */
  ObservedSession(Session store, Runnable moment) {
    this.store = store;
    this.moment = moment;
  }

  @Override
  public <T> T inTransaction(Supplier<T> work) {
    return watched(store::inTransaction, work);
  }

  private <T> T watched(Transaction<T> transaction, Supplier<T> work) {
    T result =
        transaction.run(
            () -> {
              T done = work.get();
              moment.run();
              return done;
            });
    moment.run();
    return result;
  }

  private interface Transaction<T> {
    T run(Supplier<T> work);
  }

  @Override
  public Optional<String> fingerprintKey() {
    return store.fingerprintKey();
  }

  @Override
  public ImportTarget target(Realm realm, Set<String> lookups, SurveyedKeys keys) {
    return new WatchedTarget(store.target(realm, lookups, keys));
  }

  @Override
  public ImportTarget dryTarget(Realm realm, Set<String> lookups) {
    return new WatchedTarget(store.dryTarget(realm, lookups));
  }

  /** How many savepoints were begun. */
  int savepoints() {
    return savepoints.get();
  }

  /** How many records were found to be already applied. */
  int unchanged() {
    return unchanged.get();
  }

  /**
   * Has something done once, between the next look-up that finds already applied records and the
   * import.
   */
  void afterNextLook(Runnable action) {
    afterLook.set(action);
  }

  private final class WatchedLookup implements UnchangedLookup {

    private final UnchangedLookup lookup;

    WatchedLookup(UnchangedLookup lookup) {
      this.lookup = lookup;
    }

    @Override
    public Map<Key, Long> find(Map<Key, RecordFingerprint> records) {
      Map<Key, Long> found = lookup.find(records);
      if (!found.isEmpty()) {
        unchanged.addAndGet(found.size());
        afterLook.getAndSet(() -> {}).run();
      }
      return found;
    }

    @Override
    public boolean waits() {
      return lookup.waits();
    }

    @Override
    public void close() {
      lookup.close();
    }
  }

  private final class WatchedTarget implements ImportTarget {

    private final ImportTarget target;

    WatchedTarget(ImportTarget target) {
      this.target = target;
    }

    @Override
    public Directory directory() {
      return target.directory();
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
      return watched(target::inTransaction, work);
    }

    @Override
    public Optional<UnchangedLookup> unchangedLookup() {
      return target.unchangedLookup().map(WatchedLookup::new);
    }

    @Override
    public <T> T inSavepoint(Supplier<T> work) {
      savepoints.incrementAndGet();
      return target.inSavepoint(work);
    }

    @Override
    public void awaitWrites() {
      target.awaitWrites();
    }

    @Override
    public int transactionRecords() {
      return target.transactionRecords();
    }

    @Override
    public boolean shared() {
      return target.shared();
    }

    @Override
    public void close() {
      target.close();
    }
  }

  @Override
  public Database database() {
    return store.database();
  }

  @Override
  public Catalogs catalogs() {
    return store.catalogs();
  }

  @Override
  public Users users() {
    return store.users();
  }

  @Override
  public Services services() {
    return store.services();
  }

  @Override
  public Groups groups() {
    return store.groups();
  }

  @Override
  public JobStore jobs() {
    return store.jobs();
  }

  @Override
  public Journal journal() {
    return store.journal();
  }

  @Override
  public Mailings mailings() {
    return store.mailings();
  }

  @Override
  public PasswordLinks passwordLinks() {
    return store.passwordLinks();
  }

  @Override
  public int chunkRecords() {
    return store.chunkRecords();
  }

  @Override
  public long reserveUserNumbers(long count) {
    return store.reserveUserNumbers(count);
  }

  @Override
  public void adopt(Realm realm, Actor actor, Instant at) throws RulesBroken {
    store.adopt(realm, actor, at);
  }

  @Override
  public UserWrites userWrites() {
    return store.userWrites();
  }

  @Override
  public ScratchJobs scratchLog() {
    return store.scratchLog();
  }

  @Override
  public void close() {
    store.close();
  }

  @Override
  public WebhookMessages webhooks() {
    return store.webhooks();
  }

  @Override
  public SigningKeys signingKeys() {
    return store.signingKeys();
  }

  @Override
  public Administrators administrators() {
    return store.administrators();
  }

  @Override
  public WebSessions webSessions() {
    return store.webSessions();
  }

  @Override
  public Uploads uploads() {
    return store.uploads();
  }

  @Override
  public SavedMappings savedMappings() {
    return store.savedMappings();
  }

  @Override
  public SubmittedImports submitted() {
    return store.submitted();
  }
}
