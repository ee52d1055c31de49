package dev.muster.app.job;

import dev.muster.app.format.Formats;
import dev.muster.app.format.ImportFormat;
import dev.muster.app.format.ImportOptions;
import dev.muster.app.format.InputFile;
import dev.muster.app.format.SurveyedInput;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.joblog.Job;
import dev.muster.app.joblog.JobOptions;
import dev.muster.app.joblog.JobState;
import dev.muster.app.settings.Settings;
import dev.muster.app.store.RulesBroken;
import dev.muster.app.store.Store;
import dev.muster.apply.StoreUnavailable;
import dev.muster.problem.InputProblem;
import dev.muster.problem.InputRefused;
import dev.muster.problem.ProblemCode;
import dev.muster.user.Realm;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Starts and resumes imports; the one door to them for every face. */
public final class Imports {

  /** Records a chunk: enough to fill index pages, few enough for a small heap; see bench/. */
  public static final int CHUNK_SIZE = 2000;

  /** A dry run numbers its users from here, far above any that the directory will ever have. */
  private static final long DRY_RUN_USER = 1L << 60;

  private final Store store;
  private final Settings settings;
  private final Formats formats;
  private final Clock clock;
  private final StopSignal stop;

  public Imports(Store store, Settings settings, Formats formats, Clock clock, StopSignal stop) {
    this.store = store;
    this.settings = settings;
    this.formats = formats;
    this.clock = clock;
    this.stop = stop;
  }

  /**
   * Imports an input, or takes up the unfinished import of it.
   *
   * @throws InputRefused if nothing of the input can be imported; nothing was written
   * @throws UsageProblem if what was asked for can't be; nothing was written
   * @throws Interrupted if it was asked to stop
   * @throws ImportBroken if store or input failed on the way
   */
  public FinishedImport start(ImportRequest request, ImportProgress progress)
      throws InputRefused, UsageProblem, Interrupted, ImportBroken {
    Realm realm = realm(request.realm());
    CompletableFuture<String> digest = digest(request.input());
    ImportFormat format = formats.of(request.format(), request.input());
    SurveyedInput input = survey(format, request.input(), request.options(), realm, progress);
    String id = JobIds.next();
    Job job;
    try {
      job =
          new Patience(stop, progress)
              .insist(
                  () ->
                      earlier(request, format, digest.join(), id)
                          .orElseGet(
                              () -> create(id, request, format, realm, input, digest.join())));
    } catch (Stopped e) {
      throw new UsageProblem("stopped before anything was imported");
    }
    return run(job, input, realm, progress);
  }

  /** The job to take up; or the one of this id, when it was put on record and the answer lost. */
  private Optional<Job> earlier(
      ImportRequest request, ImportFormat format, String digest, String id) {
    Optional<Job> own = store.jobs().find(id);
    return own.isPresent() || !request.resume()
        ? own
        : store.jobs().unfinished(digest, format.name(), request.realm(), request.options());
  }

  /**
   * Takes up an import that was interrupted or killed; its results are those of the whole import.
   *
   * @throws UsageProblem if it is finished, belongs to another machine, or its input is gone
   */
  public FinishedImport resume(Job job, ImportProgress progress)
      throws InputRefused, UsageProblem, Interrupted, ImportBroken {
    if (job.state().finished()) {
      throw new UsageProblem(
          "import " + job.id() + " is finished: see muster imports show " + job.id());
    }
    Realm realm = realm(job.realm());
    InputFile file = sameInput(job);
    SurveyedInput input = survey(formats.named(job.format()), file, job.options(), realm, progress);
    return run(job, input, realm, progress);
  }

  /** The input of a job, if it is still there unchanged, to read its records again. */
  public Optional<SurveyedInput> reopen(Job job) {
    try {
      Realm realm = realm(job.realm());
      return Optional.of(
          survey(
              formats.named(job.format()),
              sameInput(job),
              job.options(),
              realm,
              ImportProgress.NONE));
    } catch (InputRefused | UsageProblem e) {
      return Optional.empty();
    }
  }

  private FinishedImport run(Job job, SurveyedInput input, Realm realm, ImportProgress progress)
      throws UsageProblem, Interrupted, ImportBroken {
    Optional<Closeable> hold;
    try {
      hold = new Patience(stop, progress).insist(() -> store.hold(job.number()));
    } catch (Stopped e) {
      throw new Interrupted(job);
    } catch (StoreUnavailable e) {
      throw new ImportBroken(job, e);
    }
    if (hold.isEmpty()) {
      throw new UsageProblem(
          "import " + job.id() + " is running in another process; wait for it, or stop that one");
    }
    try {
      ImportRun run = new ImportRun(store, job, input, realm, stop, progress);
      JobState state = run.run();
      return new FinishedImport(run.finish(state, end(job)), run.tally(), input);
    } catch (Stopped e) {
      noteInterruption(job);
      throw new Interrupted(job);
    } catch (IOException | StoreUnavailable e) {
      throw new ImportBroken(job, e);
    } finally {
      release(hold.get());
    }
  }

  /** So that people see it; what is not noted can be resumed just as well. */
  private void noteInterruption(Job job) {
    try {
      store.jobs().state(job, JobState.INTERRUPTED, now());
    } catch (StoreUnavailable e) {
      // whoever waited for the store and gives up must not have to wait for it again
    }
  }

  private static void release(Closeable hold) {
    try {
      hold.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Job create(
      String id,
      ImportRequest request,
      ImportFormat format,
      Realm realm,
      SurveyedInput input,
      String digest) {
    InputFile file = request.input();
    return store.inTransaction(
        () ->
            store
                .jobs()
                .create(
                    new Job(
                        0,
                        id,
                        JobState.RUNNING,
                        format.name(),
                        realm.name(),
                        file.name(),
                        file.temporary()
                            ? Optional.empty()
                            : Optional.of(file.path().toAbsolutePath().toString()),
                        digest,
                        HostName.here(),
                        request.options(),
                        input.recordCount(),
                        request.options().dryRun()
                            ? DRY_RUN_USER
                            : store.reserveUserNumbers(input.recordCount()),
                        CHUNK_SIZE,
                        now(),
                        Optional.empty())));
  }

  private SurveyedInput survey(
      ImportFormat format, InputFile file, JobOptions options, Realm realm, ImportProgress progress)
      throws InputRefused {
    progress.surveying(file);
    try {
      return format.survey(
          file,
          new ImportOptions(
              options.identifier(),
              options.upsert(),
              options.encoding(),
              realm,
              settings.attributes(),
              settings.defaultCountry(),
              settings.limits()));
    } catch (IOException e) {
      throw new InputRefused(
          InputProblem.of(
              ProblemCode.UNREADABLE_INPUT,
              file.name()
                  + " can't be read to its end: "
                  + (e.getMessage() == null ? "it is cut off or damaged" : e.getMessage())));
    }
  }

  private Realm realm(String name) throws UsageProblem {
    Optional<Integer> number = store.catalogs().realmNumber(name);
    if (number.isEmpty()) {
      throw new UsageProblem(
          "there is no realm "
              + name
              + "; there are "
              + String.join(", ", store.catalogs().realmNames())
              + " (make one: muster realms create "
              + name
              + ")");
    }
    Realm realm = settings.realm(name, number.get());
    try {
      store.adopt(realm);
    } catch (RulesBroken e) {
      throw new UsageProblem(e.reason());
    }
    return realm;
  }

  private InputFile sameInput(Job job) throws InputRefused, UsageProblem {
    if (job.path().isEmpty()) {
      throw new UsageProblem(
          "import "
              + job.id()
              + " read standard input, which is gone: give the same input again with --resume");
    }
    if (!job.host().equals(HostName.here())) {
      throw new UsageProblem(
          "import " + job.id() + " belongs to " + job.host() + ", where its file is");
    }
    InputFile file = InputFile.at(Path.of(job.path().get()), settings.limits());
    if (!digest(file).join().equals(job.digest())) {
      throw new UsageProblem(
          file.name() + " is not the file any more that import " + job.id() + " began with");
    }
    return file;
  }

  /** Computed beside the survey, since both read everything. */
  private static CompletableFuture<String> digest(InputFile file) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return file.digest();
          } catch (IOException e) {
            return "unreadable"; // the survey meets the same error and tells it
          }
        });
  }

  /** Not before its beginning, which the clock of another machine may have told. */
  private Instant end(Job job) {
    Instant now = now();
    return now.isBefore(job.createdAt()) ? job.createdAt() : now;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
