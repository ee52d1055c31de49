package dev.muster.app.job.run;

import dev.muster.app.format.ImportFormat;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.job.Job;
import dev.muster.app.job.JobInput;
import dev.muster.app.job.JobOptions;
import dev.muster.app.job.JobState;
import dev.muster.app.job.JobTimes;
import dev.muster.app.job.Provenance;
import dev.muster.app.settings.Settings;
import dev.muster.app.store.Session;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Creates jobs for inputs that were surveyed before. Their input is not read: what is wrong with it
 * is found by the worker that takes the job.
 */
final class KnownAdmission {

  private final Session store;
  private final Settings settings;
  private final Clock clock;
  private final ImportAdmission admission;

  KnownAdmission(Session store, Settings settings, Clock clock, ImportAdmission admission) {
    this.store = store;
    this.settings = settings;
    this.clock = clock;
    this.admission = admission;
  }

  /**
   * Creates a pending job in memory.
   *
   * @throws UsageProblem if the options don't fit the format or the realm
   */
  Job job(String id, KnownInput input, ImportFormat format, JobOptions options, Provenance who)
      throws UsageProblem {
    UsedOptions.require(format, options);
    admission.requireSelection(options, admission.realm(input.realm()));
    if (format.allOrNothing() && options.missing().isPresent()) {
      throw ImportAdmission.nobodyIsMissing(format);
    }
    boolean whole =
        format.allOrNothing()
            || options.missing().filter(missing -> missing.action().writes()).isPresent();
    JobOptions recorded = whole ? options.asWhole() : options;
    return new Job(
        0,
        id,
        JobState.PENDING,
        who,
        new JobInput(
            format.name(),
            input.realm(),
            input.source(),
            Optional.empty(),
            input.digest(),
            HostName.here(),
            List.of(), // the worker that takes the job finds it
            input.records(),
            options.dryRun() ? ImportAdmission.DRY_RUN_USER : ImportAdmission.UNNUMBERED,
            store.chunkRecords()),
        recorded.with(JobSettings.record(settings, input.realm(), format)),
        JobTimes.from(clock.instant().truncatedTo(ChronoUnit.MILLIS)));
  }
}
