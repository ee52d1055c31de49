package dev.muster.app.job.run;

import dev.muster.app.format.ImportFormat;
import dev.muster.app.format.input.InputFile;
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

/** Creates jobs in memory. Unless it is a dry run, no numbers are reserved for a job's users. */
final class NewJobs {

  /** No user has this number. */
  static final long UNNUMBERED = 0;

  /** The first user number of a dry run, far above any real one. */
  private static final long DRY_RUN_USER = 1L << 60;

  private final Session store;
  private final Settings settings;
  private final Clock clock;

  NewJobs(Session store, Settings settings, Clock clock) {
    this.store = store;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * The job of a request.
   *
   * @param state pending if it is submitted to workers
   * @param digest SHA-256 of the input's bytes on disk, hexadecimal
   * @param header the cells of a table's header row; empty for other inputs
   */
  Job of(
      String id,
      JobState state,
      ImportRequest request,
      ImportFormat format,
      String digest,
      List<String> header,
      long records) {
    InputFile file = request.input();
    boolean elsewhere = file.temporary() || state == JobState.PENDING;
    JobInput input =
        input(
            new KnownInput(format.name(), request.realm(), file.name(), digest, records),
            elsewhere ? Optional.empty() : Optional.of(file.path().toAbsolutePath().toString()),
            header,
            request.options());
    return of(id, state, input, format, request.options(), request.provenance());
  }

  /** The pending job of a stored input. The worker that takes the job finds the header. */
  Job of(String id, KnownInput known, ImportFormat format, JobOptions options, Provenance who) {
    JobInput input = input(known, Optional.empty(), List.of(), options);
    return of(id, JobState.PENDING, input, format, options, who);
  }

  private Job of(
      String id,
      JobState state,
      JobInput input,
      ImportFormat format,
      JobOptions options,
      Provenance who) {
    return new Job(
        0,
        id,
        state,
        who,
        input,
        options.with(JobSettings.record(settings, input.realm(), format)),
        JobTimes.from(clock.instant().truncatedTo(ChronoUnit.MILLIS)));
  }

  private JobInput input(
      KnownInput known, Optional<String> path, List<String> header, JobOptions options) {
    return new JobInput(
        known.format(),
        known.realm(),
        known.source(),
        path,
        known.digest(),
        HostName.here(),
        header,
        known.records(),
        options.dryRun() ? DRY_RUN_USER : UNNUMBERED,
        store.chunkRecords());
  }
}
