package dev.muster.app.cli.imports;

import dev.muster.app.cli.session.EnumNames;
import dev.muster.app.job.JobState;

/** The names of {@link JobState}. */
final class StateNames extends EnumNames<JobState> {

  StateNames() {
    super("state", JobState.values(), JobState::wireName);
  }
}
