package dev.muster.app.store.sqlite;

import dev.muster.app.job.JobStore;
import dev.muster.app.job.unchanged.UnchangedLookup;
import dev.muster.app.store.Session.ImportTarget;
import dev.muster.app.store.Session.ScratchJobs;
import dev.muster.app.store.SurveyedKeys;
import dev.muster.app.store.directory.OverlayDirectory;
import dev.muster.app.store.directory.StoredDirectory;
import dev.muster.app.store.jdbc.Scratch;
import dev.muster.app.tempfile.TemporaryFolder;
import dev.muster.app.thread.ImportThreads;
import dev.muster.apply.Directory;
import dev.muster.apply.StoreUnavailable;
import dev.muster.user.Catalog;
import dev.muster.user.Realm;
import dev.muster.user.RealmRules;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A SQLite store in a temporary folder, deleted on close. Its data need not survive a crash, so it
 * never waits for the disk (no fsync).
 */
public final class ScratchSession implements ScratchJobs {

  /** Makes such stores. */
  public static final Scratch SCRATCH =
      new Scratch() {
        @Override
        public ImportTarget over(
            ImportTarget base,
            Realm realm,
            Set<String> lookups,
            StoredDirectory.Catalogue catalogue,
            ImportThreads threads) {
          return ScratchSession.over(base, realm, lookups, catalogue, threads);
        }

        @Override
        public ScratchJobs jobs(ImportThreads threads) {
          return create(threads);
        }
      };

  private final SqliteSession store;
  private final TemporaryFolder folder;

  private ScratchSession(SqliteSession store, TemporaryFolder folder) {
    this.store = store;
    this.folder = folder;
  }

  private static ScratchSession create(ImportThreads threads) {
    try {
      TemporaryFolder folder = TemporaryFolder.make("scratch");
      try {
        SqliteDatabase scratch = SqliteDatabase.openScratch(folder.file("scratch.db"), threads);
        return new ScratchSession(scratch.open(scratch::close), folder);
      } catch (RuntimeException e) {
        folder.close();
        throw e;
      }
    } catch (IOException e) {
      throw new StoreUnavailable(
          "no temporary folder can be made: " + e.getMessage(),
          "Make room in the folder for temporary files, or name another with TMPDIR.",
          e);
    }
  }

  /** See {@link Scratch#over}. */
  private static ImportTarget over(
      ImportTarget base,
      Realm realm,
      Set<String> lookups,
      StoredDirectory.Catalogue catalogue,
      ImportThreads threads) {
    ScratchSession scratch = create(threads);
    StoredDirectory.Catalogue asked =
        new StoredDirectory.Catalogue() {
          @Override
          public RealmRules rules() {
            return catalogue.rules().with(realm);
          }

          @Override
          public Catalog of(Realm one) {
            return catalogue.of(one);
          }
        };
    ImportTarget top = scratch.store.target(realm, lookups, asked, SurveyedKeys.unknown(0));
    Directory directory = new OverlayDirectory(base.directory(), top.directory());
    return new ImportTarget() {
      @Override
      public Directory directory() {
        return directory;
      }

      @Override
      public <T> T inTransaction(Supplier<T> work) {
        return top.inTransaction(work);
      }

      /** Empty, because the base's look-up would not see changes in the scratch store. */
      @Override
      public Optional<UnchangedLookup> unchangedLookup() {
        return Optional.empty();
      }

      @Override
      public <T> T inSavepoint(Supplier<T> work) {
        return top.inSavepoint(work);
      }

      @Override
      public void awaitWrites() {
        top.awaitWrites();
      }

      @Override
      public int transactionRecords() {
        return top.transactionRecords();
      }

      @Override
      public boolean shared() {
        return false;
      }

      @Override
      public void close() {
        top.close();
        scratch.close();
        base.close();
      }
    };
  }

  @Override
  public JobStore log() {
    return store.jobs();
  }

  @Override
  public void close() {
    store.close();
    try {
      folder.close();
    } catch (IOException e) {
      // TemporaryFolder.make removes leftovers.
    }
  }
}
