package dev.muster.app.upload.run;

import dev.muster.app.job.Job;
import dev.muster.app.store.Session;
import dev.muster.value.Struct;
import java.util.Optional;

/** What happens when a worker begins a report of an uploaded file, before it reads or writes. */
public final class ReportStart {

  private ReportStart() {}

  /**
   * Records the state of the directory if the report is a simulation, or compares it if the report
   * executes one. Has no effect on other imports.
   *
   * @param job held by the caller
   * @return why the report must not begin; mostly empty
   */
  public static Optional<Outdated> begin(Session store, Job job) {
    if (job.provenance().report().isEmpty()) {
      return Optional.empty();
    }
    DirectoryState state = new DirectoryState(store, job);
    if (job.options().dryRun()) {
      store.uploads().mark(job, state.now()); // a simulation that is resumed begins anew
      return Optional.empty();
    }
    if (store.jobs().chunksDone(job) > 0) {
      return Optional.empty(); // it was interrupted, and has changed the directory itself
    }
    Optional<Struct> simulated = store.uploads().mark(job);
    return simulated.flatMap(state::changeSince);
  }
}
