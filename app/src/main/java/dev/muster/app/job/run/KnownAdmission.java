package dev.muster.app.job.run;

import dev.muster.app.format.ImportFormat;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.job.Job;
import dev.muster.app.job.JobOptions;
import dev.muster.app.job.Provenance;

/**
 * Creates jobs for inputs that were surveyed before. Their input is not read: what is wrong with it
 * is found by the worker that takes the job.
 */
record KnownAdmission(ImportAdmission admission, NewJobs jobs) {

  /**
   * Creates a pending job in memory.
   *
   * @throws UsageProblem if the options don't fit the format or the realm
   */
  Job job(String id, KnownInput input, ImportFormat format, JobOptions options, Provenance who)
      throws UsageProblem {
    UsedOptions.require(format, options);
    admission.requireSelection(options, admission.realm(input.realm()));
    ImportAdmission.requireTable(format.allOrNothing(), options, format);
    boolean whole = ImportAdmission.isWhole(format.allOrNothing(), options);
    return jobs.of(id, input, format, whole ? options.asWhole() : options, who);
  }
}
