package dev.muster.app.job.run;

import dev.muster.app.format.Formats;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.job.Job;
import dev.muster.app.job.JobOptions;
import dev.muster.app.job.JobState;
import dev.muster.app.job.Provenance;
import dev.muster.app.job.Retention;
import dev.muster.app.settings.Settings;
import dev.muster.app.store.Session;
import dev.muster.app.store.SubmittedImports;
import dev.muster.app.store.SubmittedImports.IncomingInput;
import dev.muster.problem.InputRefused;
import dev.muster.value.Struct;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Submits imports that are reports of uploaded files. An input that can't be imported gives a
 * report that has failed at once.
 */
public final class ReportSubmissions {

  private final Session store;
  private final Settings settings;
  private final Formats formats;
  private final ImportAdmission admission;
  private final KnownAdmission known;
  private final JobLifecycle lifecycle;

  /**
   * Submits imports to the workers of a directory.
   *
   * @param retention how long finished imports are kept
   */
  public ReportSubmissions(
      Session store, Settings settings, Formats formats, Clock clock, Retention retention) {
    this.store = store;
    this.settings = settings;
    this.formats = formats;
    this.admission = new ImportAdmission(store, settings, clock);
    this.known = new KnownAdmission(admission, new NewJobs(store, settings, clock));
    this.lifecycle = new JobLifecycle(store, clock, retention);
  }

  /**
   * Submits an import.
   *
   * @param request its input is read for the survey only
   * @param input the stored input of the job
   * @param permitted called in the transaction that adds the job, before that; if it returns false,
   *     nothing is written
   * @param added called in that transaction with the new job
   * @return the job; empty if it was not permitted
   * @throws InputRefused if the input can't be read again; nothing was written
   * @throws UsageProblem if the request is invalid; nothing was written
   */
  public Optional<Job> submit(
      ImportRequest request, StoredInput input, Predicate<Job> permitted, Consumer<Job> added)
      throws InputRefused, UsageProblem {
    String id = JobIds.next();
    try {
      AdmittedInput admitted = admission.admit(request, formats, ImportProgress.NONE);
      Job job = admission.numbered(admission.job(id, JobState.PENDING, admitted));
      return insist(job, new Addition(input, permitted, added, Optional.empty()));
    } catch (InputRefused e) {
      Job job = admission.refusedJob(id, request, formats);
      return insist(job, new Addition(input, permitted, added, Optional.of(e)));
    }
  }

  /**
   * Submits an import of an input that was surveyed before. Nothing of it is read.
   *
   * @param who who requests it
   * @return the job; empty if it was not permitted
   * @throws UsageProblem if the options are invalid; nothing was written
   */
  public Optional<Job> submit(
      KnownInput input,
      JobOptions options,
      Provenance who,
      StoredInput stored,
      Predicate<Job> permitted,
      Consumer<Job> added)
      throws UsageProblem {
    Job job =
        admission.numbered(
            known.job(JobIds.next(), input, formats.named(input.format()), options, who));
    return insist(job, new Addition(stored, permitted, added, Optional.empty()));
  }

  /**
   * How a job is added.
   *
   * @param refused why its input can't be imported; mostly empty
   */
  private record Addition(
      StoredInput input,
      Predicate<Job> permitted,
      Consumer<Job> added,
      Optional<InputRefused> refused) {}

  private Optional<Job> insist(Job job, Addition addition) {
    return new RetryPolicy(new StopSignal(), ImportProgress.NONE)
        .insist(
            () ->
                store
                    .jobs()
                    .find(job.id()) // it was stored, but the confirmation was lost
                    .or(() -> add(job, addition)));
  }

  private Optional<Job> add(Job job, Addition addition) {
    try (IncomingInput incoming = addition.input().of(store.submitted(), job.id())) {
      return store.inTransaction(
          () ->
              addition.permitted().test(job)
                  ? Optional.of(create(job, incoming, addition))
                  : Optional.empty());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Job create(Job job, IncomingInput incoming, Addition addition) {
    Job kept = store.jobs().create(job);
    ImportEntries.created(store, kept);
    try {
      incoming.addTo(kept);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    addition.added().accept(kept);
    if (addition.refused().isEmpty()) {
      return kept;
    }
    return lifecycle.fail(kept, String.valueOf(addition.refused().get().getMessage()));
  }

  /**
   * How the settings that affect results differ from those of a recorded import.
   *
   * @return phrases such as {@code default_country was FR and is DE}
   */
  public List<String> changedSettings(Job job) throws UsageProblem {
    Struct now = JobSettings.record(settings, job.realm(), formats.named(job.format())).deciding();
    return job.options()
        .settings()
        .map(then -> SettingsChanges.between(then.deciding(), now))
        .orElse(List.of());
  }

  /** Stores or shares the input of a job. */
  public interface StoredInput {

    /**
     * The input, for one attempt to add the job.
     *
     * @param jobId the id that the job will have
     */
    IncomingInput of(SubmittedImports submitted, String jobId) throws IOException;
  }
}
