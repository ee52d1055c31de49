package dev.muster.app.store.jdbc;

import dev.muster.app.store.Session.ImportTarget;
import dev.muster.app.store.Session.ScratchJobs;
import dev.muster.app.store.directory.StoredDirectory;
import dev.muster.app.thread.ImportThreads;
import dev.muster.user.Realm;
import java.util.Set;

/** Makes temporary stores beside a directory, for dry runs and their results. */
public interface Scratch {

  /**
   * A target that shows the base with a temporary store laid over it, and writes to the temporary
   * store only. The base is closed with it.
   *
   * @param realm has the rules to decide by
   * @param catalogue of the base
   */
  ImportTarget over(
      ImportTarget base,
      Realm realm,
      Set<String> lookups,
      StoredDirectory.Catalogue catalogue,
      ImportThreads threads);

  /** Results that are thrown away on close. */
  ScratchJobs jobs(ImportThreads threads);
}
