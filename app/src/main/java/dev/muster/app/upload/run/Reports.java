package dev.muster.app.upload.run;

import dev.muster.app.format.Formats;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.job.Job;
import dev.muster.app.job.JobFilter;
import dev.muster.app.job.JobOptions;
import dev.muster.app.job.JobState;
import dev.muster.app.job.JobStore;
import dev.muster.app.job.Provenance;
import dev.muster.app.job.ReportOf;
import dev.muster.app.job.Retention;
import dev.muster.app.job.run.ImportControl;
import dev.muster.app.job.run.KnownInput;
import dev.muster.app.job.run.ReportSubmissions;
import dev.muster.app.job.run.ReportSubmissions.StoredInput;
import dev.muster.app.journal.Actor;
import dev.muster.app.settings.Settings;
import dev.muster.app.store.Session;
import dev.muster.app.upload.UploadedFile;
import dev.muster.app.upload.run.Outdated.Reason;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Reports of uploaded files: their simulations and executions, which are imports that workers carry
 * out. Whoever calls this has checked that the requester may see the file.
 */
public final class Reports {

  /** More reports of a file are not under way at once. */
  private static final int UNFINISHED_MAX = 1000;

  /** Among so many reports the newest one of a whole file is looked for. */
  private static final int NEWEST_MAX = 100;

  private final Session store;
  private final ReportSubmissions submissions;
  private final Formats formats;
  private final Clock clock;
  private final Retention retention;

  /**
   * The reports of a directory.
   *
   * @param store a session for writing; for reading, if nothing is submitted or deleted
   * @param retention how long finished imports are kept
   */
  public Reports(
      Session store, Settings settings, Formats formats, Clock clock, Retention retention) {
    this.store = store;
    this.submissions = new ReportSubmissions(store, settings, formats, clock, retention);
    this.formats = formats;
    this.clock = clock;
    this.retention = retention;
  }

  /** Simulates the import of a file. The report lists the changes of each record. */
  public ReportAnswer simulate(UploadedFile file, Requester who) throws UsageProblem {
    return submit(file, whole(file, simulation(file, who), who), job -> true, job -> {});
  }

  /**
   * Imports a file that need not have been simulated. The report lists the changes of each record.
   *
   * @return refused while another import of the file is under way
   */
  public ReportAnswer execute(UploadedFile file, Requester who) throws UsageProblem {
    ReportAnswer answer =
        submit(
            file,
            whole(file, execution(file, who), who),
            job -> unfinishedExecution(file).isEmpty(),
            job -> {});
    Optional<Job> other =
        answer instanceof ReportAnswer.Refused ? unfinishedExecution(file) : Optional.empty();
    return other.isEmpty()
        ? answer
        : new ReportAnswer.Refused(Outdated.because(Reason.RUNNING, other.get()));
  }

  /**
   * Imports a file, or mended rows of it, as a simulation showed it. The worker compares the
   * directory again before it writes anything; if it has changed meanwhile, the report fails.
   *
   * @return refused if something has changed since the simulation, or somebody executes it already
   */
  public ReportAnswer execute(UploadedFile file, Job simulation, Requester who)
      throws UsageProblem {
    Optional<Outdated> outdated = outdated(file, simulation, who);
    if (outdated.isPresent()) {
      return new ReportAnswer.Refused(outdated.get());
    }
    ReportAnswer answer =
        submit(
            file,
            task(file, simulation, who).after(simulation),
            job -> store.uploads().execute(simulation, job.id()),
            job -> store.uploads().mark(job, store.uploads().mark(simulation).orElseThrow()));
    if (answer instanceof ReportAnswer.Refused) {
      return new ReportAnswer.Refused(outdated(file, simulation, who).orElseGet(Reports::gone));
    }
    return answer;
  }

  private Optional<Job> unfinishedExecution(UploadedFile file) {
    JobFilter unfinished = JobFilter.ALL.ofUpload(file.number()).in(JobState.allUnfinished());
    return store.jobs().page(unfinished, JobStore.LATEST, UNFINISHED_MAX).stream()
        .filter(job -> !job.options().dryRun())
        .findFirst();
  }

  /** What is to be imported, how, and for whom. */
  private record Task(
      KnownInput input, StoredInput stored, JobOptions options, Provenance provenance) {

    Task after(Job simulation) {
      return new Task(input, stored, options, provenance.after(simulation));
    }
  }

  private ReportAnswer submit(
      UploadedFile file, Task task, Predicate<Job> permitted, Consumer<Job> added)
      throws UsageProblem {
    return submissions
        .submit(
            task.input(),
            task.options(),
            task.provenance(),
            task.stored(),
            job -> store.uploads().lock(file) && permitted.test(job),
            added)
        .<ReportAnswer>map(this::submitted)
        .orElseGet(() -> new ReportAnswer.Refused(gone()));
  }

  /** The whole file, as it was surveyed when it was uploaded or read in another way. */
  private Task whole(UploadedFile file, JobOptions options, Requester who) throws UsageProblem {
    boolean table = formats.named(file.format()).readsTables();
    KnownInput input =
        new KnownInput(
            file.format(),
            file.realm(),
            file.filename(),
            file.digest(),
            Math.max(0, file.rows() - (table ? 1 : 0)));
    return new Task(
        input,
        (submitted, id) -> submitted.share(id, file),
        options,
        who.provenance().as(ReportOf.whole(file.number())));
  }

  /** The execution of a simulation. */
  private Task task(UploadedFile file, Job simulation, Requester who) throws UsageProblem {
    if (!isOfRows(simulation)) {
      return whole(file, execution(file, who), who);
    }
    KnownInput input =
        new KnownInput(
            simulation.format(),
            simulation.realm(),
            simulation.source(),
            simulation.digest(),
            simulation.records());
    return new Task(
        input,
        (submitted, id) -> {
          try (InputStream rows =
              submitted
                  .input(simulation)
                  .orElseThrow(() -> new FileNotFoundException("the mended rows were deleted"))) {
            return submitted.receive(id, new ByteArrayInputStream(rows.readAllBytes()));
          }
        },
        simulation.options().asExecution(),
        who.provenance().as(simulation.provenance().report().orElseThrow()));
  }

  private ReportAnswer submitted(Job report) {
    return new ReportAnswer.Submitted(report);
  }

  private static Outdated gone() {
    return Outdated.of(Reason.FILE_GONE, "");
  }

  private static JobOptions execution(UploadedFile file, Requester who) {
    return who.limit(file.options()).withDiff();
  }

  private static JobOptions simulation(UploadedFile file, Requester who) {
    JobOptions options = who.limit(file.options());
    return options.asSimulation();
  }

  /**
   * Why a simulation can't be executed; empty if it can. The cost does not depend on the number of
   * records.
   */
  public Optional<Outdated> outdated(UploadedFile file, Job simulation, Requester who)
      throws UsageProblem {
    if (!isSimulation(simulation)
        || simulation.state() != JobState.COMPLETED
        || store.uploads().mark(simulation).isEmpty()) {
      return Optional.of(Outdated.of(Reason.NOT_COMPLETED, ""));
    }
    Optional<String> execution = store.uploads().executionOf(simulation);
    if (execution.isPresent()) {
      return Optional.of(
          store
              .jobs()
              .find(execution.get())
              .map(job -> Outdated.because(Reason.EXECUTED, job))
              .orElseGet(() -> Outdated.of(Reason.EXECUTED, "")));
    }
    if (!readsAlike(file, simulation, who)) {
      return Optional.of(Outdated.of(Reason.OPTIONS, ""));
    }
    List<String> settings = submissions.changedSettings(simulation);
    if (!settings.isEmpty()) {
      return Optional.of(Outdated.of(Reason.SETTINGS, String.join(", ", settings) + "."));
    }
    return new DirectoryState(store, simulation)
        .changeSince(store.uploads().mark(simulation).orElseThrow());
  }

  /** Whether a report is a simulation, of a whole file or of mended rows. */
  public static boolean isSimulation(Job report) {
    return report.options().dryRun() && report.provenance().report().isPresent();
  }

  /**
   * The newest report of the whole file, if it is a completed simulation of what an execution would
   * do now.
   */
  public Optional<Job> newestSimulation(UploadedFile file, Requester who) {
    return page(file, JobStore.LATEST, NEWEST_MAX).stream()
        .filter(report -> !isOfRows(report))
        .findFirst()
        .filter(Reports::isSimulation)
        .filter(report -> report.state() == JobState.COMPLETED)
        .filter(report -> readsAlike(file, report, who));
  }

  private static boolean isOfRows(Job report) {
    return report.provenance().report().filter(of -> !of.lines().isEmpty()).isPresent();
  }

  private static boolean readsAlike(UploadedFile file, Job simulation, Requester who) {
    if (isOfRows(simulation)) {
      return simulation.options().ownRealmOnly() == who.bound();
    }
    return simulation.digest().equals(file.digest())
        && simulation.format().equals(file.format())
        && simulation.realm().equals(file.realm())
        && simulation.options().asWhole().askTheSame(simulation(file, who).asWhole());
  }

  /**
   * The reports of a file, the latest first.
   *
   * @param before only those with a smaller number; {@link dev.muster.app.job.JobStore#LATEST} for
   *     all
   */
  public List<Job> page(UploadedFile file, long before, int limit) {
    return store.jobs().page(JobFilter.ALL.ofUpload(file.number()), before, limit);
  }

  /** The report of a file with an id. */
  public Optional<Job> find(UploadedFile file, String id) {
    return store
        .jobs()
        .find(id)
        .filter(
            job ->
                job.provenance().report().filter(of -> of.upload() == file.number()).isPresent());
  }

  /**
   * Deletes a simulation.
   *
   * @return refused if it is being carried out, or is no simulation
   */
  public ImportControl.Answer delete(Job simulation, Actor actor) {
    return simulation.options().dryRun()
        ? new ImportControl(store, actor, clock, retention).delete(simulation)
        : ImportControl.Answer.REFUSED;
  }
}
