package dev.muster.app.job.run;

import dev.muster.app.format.Formats;
import dev.muster.app.format.KeptRecords;
import dev.muster.app.format.SurveyedInput;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.job.Job;
import dev.muster.app.job.JobState;
import dev.muster.app.job.Retention;
import dev.muster.app.settings.Settings;
import dev.muster.app.store.Session;
import dev.muster.apply.StoreUnavailable;
import dev.muster.problem.InputRefused;
import dev.muster.user.Realm;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Starts and resumes imports, for all interfaces. */
public final class Imports implements Closeable {

  /** The batch size of readers that don't follow a job's chunks. */
  public static final int READ_AT_ONCE = 2000;

  private final Session store;
  private final ImportAdmission admission;
  private final JobSettings settings;
  private final JobInputs inputs;
  private final Formats formats;
  private final List<FormatWork> works;
  private final StopSignal stop;
  private final JobLifecycle lifecycle;
  private final Clock clock;

  /** Imports of formats that contain only users. Finished ones never expire. */
  public Imports(Session store, Settings settings, Formats formats, Clock clock, StopSignal stop) {
    this(store, settings, formats, List.of(), clock, stop);
  }

  /** Imports that never expire. */
  public Imports(
      Session store,
      Settings settings,
      Formats formats,
      List<FormatWork> works,
      Clock clock,
      StopSignal stop) {
    this(store, settings, formats, works, clock, stop, Retention.FOREVER);
  }

  /**
   * The imports of a directory.
   *
   * @param works for formats that contain more than users
   * @param stop stops the running import when raised
   * @param retention how long finished imports are kept
   */
  public Imports(
      Session store,
      Settings settings,
      Formats formats,
      List<FormatWork> works,
      Clock clock,
      StopSignal stop,
      Retention retention) {
    this.clock = clock;
    this.lifecycle = new JobLifecycle(store, clock, retention);
    this.store = store;
    this.admission = new ImportAdmission(store, settings, clock);
    this.settings = new JobSettings(settings, formats);
    this.inputs = new JobInputs(store);
    this.formats = formats;
    this.works = List.copyOf(works);
    this.stop = stop;
  }

  /**
   * Imports an input, or resumes an unfinished import of it.
   *
   * @throws InputRefused if none of the input can be imported; nothing was written
   * @throws UsageProblem if the request is invalid; nothing was written
   * @throws Interrupted if it was stopped
   * @throws ImportBroken if the store or the input failed during the import
   */
  public FinishedImport start(ImportRequest request, ImportProgress progress)
      throws InputRefused, UsageProblem, Interrupted, ImportBroken {
    AdmittedInput input = admission.admit(request, formats, progress);
    Optional<Job> unfinished = beforeWriting(progress, () -> ResumeRules.unfinished(input, store));
    if (unfinished.isPresent()) {
      return takeUp(unfinished.get(), input, progress);
    }
    if (!input.request().options().dryRun()) {
      admission.adopt(input.realm(), request.provenance().actor(), progress);
    }
    String id = JobIds.next();
    Job job = beforeWriting(progress, () -> recorded(id, input));
    return run(job, input.survey(), input.realm(), progress);
  }

  private <T> T beforeWriting(ImportProgress progress, Supplier<T> work) throws UsageProblem {
    try {
      return new RetryPolicy(stop, progress).insist(work);
    } catch (Stopped e) {
      throw new UsageProblem("stopped before anything was imported");
    }
  }

  /** Stores a new job, unless an earlier attempt has stored it but its confirmation was lost. */
  private Job recorded(String id, AdmittedInput input) {
    return store
        .jobs()
        .find(id)
        .orElseGet(
            () ->
                store.inTransaction(
                    () ->
                        lifecycle.create(
                            admission.numbered(admission.job(id, JobState.RUNNING, input)))));
  }

  /** Resumes an earlier import of an input, with the settings that it started with. */
  private FinishedImport takeUp(Job job, AdmittedInput input, ImportProgress progress)
      throws InputRefused, UsageProblem, Interrupted, ImportBroken {
    ResumeRules.refuseSubmitted(job, store);
    store.jobs().withdrawPause(job);
    if (!settings.differ(job, progress)) {
      adopt(job, admissionOf(job), input.realm(), progress);
      return run(job, input.survey(), input.realm(), progress);
    }
    ImportAdmission then = admissionOf(job);
    Realm realm = then.realm(job.realm());
    SurveyedInput survey =
        then.survey(input.format(), input.request().input(), job.options(), realm, progress);
    adopt(job, then, realm, progress);
    return run(job, survey, realm, progress);
  }

  private ImportAdmission admissionOf(Job job) throws UsageProblem {
    return new ImportAdmission(store, settings.of(job), clock);
  }

  /**
   * Resumes an import that was interrupted or killed. The results are those of the whole import.
   *
   * @throws UsageProblem if it is finished, belongs to another machine, or its input is gone
   */
  public FinishedImport resume(Job job, ImportProgress progress)
      throws InputRefused, UsageProblem, Interrupted, ImportBroken {
    ResumeRules.refuseFinished(job);
    ResumeRules.refuseSubmitted(job, store);
    settings.differ(job, progress);
    store.jobs().withdrawPause(job);
    ImportAdmission then = admissionOf(job);
    Realm realm = then.realm(job.realm());
    SurveyedInput input = survey(job, then, realm, progress);
    adopt(job, then, realm, progress);
    return run(job, input, realm, progress);
  }

  /** Marks a submitted job, whose lock the caller holds, as running; returns the updated job. */
  public Job take(Job job, String node) {
    return store.inTransaction(
        () -> {
          store.submitted().taken(job, node);
          lifecycle.begin(job);
          return store.jobs().find(job.id()).orElse(job);
        });
  }

  /**
   * Starts or resumes a job whose lock the caller holds, with the settings that it was submitted
   * with. For workers.
   *
   * @throws InputLost if its input is gone or damaged
   * @throws UsageProblem if it is finished, or its realm is gone
   */
  public FinishedImport carryOut(Job job, ImportProgress progress)
      throws InputRefused, UsageProblem, Interrupted, ImportBroken {
    ResumeRules.refuseFinished(job);
    settings.refuseOtherPasswords(job);
    ImportAdmission then = admissionOf(job);
    Realm realm = then.realm(job.realm());
    SurveyedInput input = survey(job, then, realm, progress);
    adopt(job, then, realm, progress);
    return carryOut(withHeader(job, input.header()), input, realm, progress);
  }

  /** Reports of uploaded files are submitted before their table's header is read. */
  private Job withHeader(Job job, List<String> header) {
    if (job.provenance().report().isEmpty() || job.input().header().equals(header)) {
      return job;
    }
    store.uploads().recordHeader(job, header);
    return job.withHeader(header);
  }

  private static void adopt(Job job, ImportAdmission then, Realm realm, ImportProgress progress)
      throws UsageProblem {
    if (!job.options().dryRun()) {
      then.adopt(realm, job.provenance().actor(), progress);
    }
  }

  /** Marks a job that a worker holds as cancelled. */
  public void cancel(Job job) {
    lifecycle.cancel(job);
  }

  /** Marks a job that a worker holds as failed, for a reason to show; returns the updated job. */
  public Job fail(Job job, String reason) {
    return lifecycle.fail(job, reason);
  }

  /** The input of a job, to read records again; empty if it is gone or has changed. */
  public Optional<SurveyedInput> reopen(Job job) {
    try {
      ImportAdmission then = admissionOf(job);
      return Optional.of(survey(job, then, then.realm(job.realm()), ImportProgress.NONE));
    } catch (InputRefused | UsageProblem e) {
      return Optional.empty();
    }
  }

  /** Reads stored failed records of a job, without its input. */
  public KeptRecords kept(Job job) throws UsageProblem {
    return formats.named(job.format()).kept(job.input().header(), job.options().formatOptions());
  }

  private SurveyedInput survey(Job job, ImportAdmission then, Realm realm, ImportProgress progress)
      throws InputRefused, UsageProblem {
    return inputs.survey(
        job,
        then.limits(),
        file -> then.survey(formats.named(job.format()), file, job.options(), realm, progress));
  }

  private FinishedImport run(Job job, SurveyedInput input, Realm realm, ImportProgress progress)
      throws UsageProblem, Interrupted, ImportBroken {
    return new JobClaim(store, stop, progress)
        .during(job, now -> carryOut(now, input, realm, progress));
  }

  private FinishedImport carryOut(
      Job job, SurveyedInput input, Realm realm, ImportProgress progress)
      throws Interrupted, ImportBroken {
    try {
      lifecycle.begin(job);
      hashAhead(job, input, realm, progress);
      ImportRun run = new ImportRun(store, job, input, realm, works, stop, progress);
      JobState state = run.run();
      Job finished = new RetryPolicy(stop, progress).insist(() -> lifecycle.finish(job, state));
      FinishedImport end = new FinishedImport(finished, run.tally(), input);
      lifecycle.deleteExpired();
      return end;
    } catch (Stopped e) {
      throw new Interrupted(lifecycle.stopped(job));
    } catch (IOException | StoreUnavailable e) {
      throw new ImportBroken(job, e);
    }
  }

  /** Hashes the plain-text passwords of a submitted import, together with other nodes. */
  private void hashAhead(Job job, SurveyedInput input, Realm realm, ImportProgress progress)
      throws IOException {
    try {
      new RetryPolicy(stop, progress)
          .insist(() -> SharedHashing.finish(store, job, input, realm, stop));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /**
   * Hashes plain-text passwords of a submitted import that another node runs.
   *
   * @param node the display name of the helping node
   * @param goesOn whether to continue; called before each password, by several threads
   * @return how many passwords were hashed
   */
  public long help(Job job, String node, BooleanSupplier goesOn)
      throws InputRefused, UsageProblem, IOException {
    ImportAdmission then = admissionOf(job);
    Realm realm = then.realm(job.realm());
    SurveyedInput input = survey(job, then, realm, ImportProgress.NONE);
    Optional<SharedHashing> shared = SharedHashing.of(store, job, input, realm, node);
    return shared.isEmpty() ? 0 : shared.get().help(goesOn);
  }

  /** Deletes temporary copies of inputs. Do not use objects that this one returned afterwards. */
  @Override
  public void close() throws IOException {
    inputs.close();
  }
}
