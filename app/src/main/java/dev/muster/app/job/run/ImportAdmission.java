package dev.muster.app.job.run;

import dev.muster.app.format.Formats;
import dev.muster.app.format.ImportFormat;
import dev.muster.app.format.ImportOptions;
import dev.muster.app.format.SurveyedInput;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.format.input.InputFile;
import dev.muster.app.job.Job;
import dev.muster.app.job.JobInput;
import dev.muster.app.job.JobOptions;
import dev.muster.app.job.JobState;
import dev.muster.app.job.JobTimes;
import dev.muster.app.journal.Actor;
import dev.muster.app.settings.Settings;
import dev.muster.app.store.RulesBroken;
import dev.muster.app.store.Session;
import dev.muster.apply.StoreUnavailable;
import dev.muster.problem.InputProblem;
import dev.muster.problem.InputRefused;
import dev.muster.problem.ProblemCode;
import dev.muster.user.Realm;
import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * What comes before an import: its realm, the survey of its input, and the job on record; all by
 * the same settings.
 */
final class ImportAdmission {

  /** A dry run numbers its users from here, far above any that the directory will ever have. */
  private static final long DRY_RUN_USER = 1L << 60;

  private final Session store;
  private final Settings settings;
  private final Clock clock;

  ImportAdmission(Session store, Settings settings, Clock clock) {
    this.store = store;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * The realm of a name, with the rules that an import by these settings follows. Nothing is
   * written.
   */
  Realm realm(String name) throws UsageProblem {
    Optional<Realm> recorded = store.catalogs().realm(name);
    if (recorded.isEmpty()) {
      throw new UsageProblem(
          "there is no realm "
              + name
              + "; there are "
              + String.join(", ", store.catalogs().realmNames())
              + " (make one: muster realms create "
              + name
              + ")");
    }
    return settings.realm(recorded.get());
  }

  /**
   * Makes the directory follow the rules of a realm, for an import that is about to write.
   *
   * @param actor whose import it is
   */
  void adopt(Realm realm, Actor actor, ImportProgress progress) throws UsageProblem {
    Realm recorded = store.catalogs().realm(realm.name()).orElse(realm);
    if (recorded.hasSameRules(realm)) {
      return;
    }
    if (store.users().count(Optional.of(realm.number())) > 0) {
      progress.changingRules(recorded, realm);
    }
    try {
      store.adopt(realm, actor, clock.instant());
    } catch (RulesBroken e) {
      throw new UsageProblem(e.reason());
    }
  }

  /**
   * Makes the directory follow the rules of a realm in a transaction that will be undone, and its
   * entry in the journal with it.
   *
   * @throws StoreUnavailable if users break them already
   */
  static void tryRules(Session store, Realm realm, Job job) {
    try {
      store.adopt(realm, job.provenance().actor(), job.createdAt());
    } catch (RulesBroken e) {
      throw new StoreUnavailable(e.reason(), "Mend the users or the rules, then go on.", e);
    }
  }

  /**
   * Surveys the input of a request. Nothing is written.
   *
   * @throws InputRefused if nothing of it can be imported
   * @throws UsageProblem if what was asked for can't be
   */
  AdmittedInput admit(ImportRequest request, Formats formats, ImportProgress progress)
      throws InputRefused, UsageProblem {
    Realm realm = realm(request.realm());
    CompletableFuture<String> digest = digest(request.input());
    ImportFormat format = formats.of(request.format(), request.input());
    progress.recognised(format);
    SurveyedInput input = survey(format, request.input(), request.options(), realm, progress);
    return new AdmittedInput(proved(request, input), realm, format, input, digest);
  }

  /** Reads an input through, before anything is written. */
  SurveyedInput survey(
      ImportFormat format, InputFile file, JobOptions options, Realm realm, ImportProgress progress)
      throws InputRefused {
    progress.surveying(file);
    try {
      SurveyedInput input =
          format.survey(
              file,
              new ImportOptions(
                  options.identifier(),
                  options.upsert(),
                  options.encoding(),
                  realm,
                  settings.attributes(),
                  settings.defaultCountry(),
                  settings.limits(),
                  options.formatOptions()));
      progress.surveyed(file, input);
      return input;
    } catch (IOException e) {
      throw cutOff(file, e);
    }
  }

  /** What is asked of an input that was surveyed: proved, and whole where its format is. */
  private ImportRequest proved(ImportRequest request, SurveyedInput input) throws InputRefused {
    try {
      request.proof().check(input);
    } catch (IOException e) {
      throw cutOff(request.input(), e);
    }
    return input.allOrNothing() ? request.asWhole() : request;
  }

  private static InputRefused cutOff(InputFile file, IOException e) {
    return new InputRefused(
        InputProblem.of(
            ProblemCode.UNREADABLE_INPUT,
            file.name()
                + " can't be read to its end: "
                + (e.getMessage() == null ? "it is cut off or damaged" : e.getMessage())));
  }

  /** Computed beside the survey, since both read everything. */
  static CompletableFuture<String> digest(InputFile file) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return file.digest();
          } catch (IOException e) {
            return "unreadable"; // the survey meets the same error and tells it
          }
        });
  }

  /**
   * A job to put on record; the numbers of its users are given out with it.
   *
   * @param state pending for one whose input goes into the directory
   */
  Job job(String id, JobState state, AdmittedInput input) {
    ImportRequest request = input.request();
    SurveyedInput survey = input.survey();
    String format = input.format().name();
    InputFile file = request.input();
    boolean elsewhere = file.temporary() || state == JobState.PENDING;
    return new Job(
        0,
        id,
        state,
        request.provenance(),
        new JobInput(
            format,
            request.realm(),
            file.name(),
            elsewhere ? Optional.empty() : Optional.of(file.path().toAbsolutePath().toString()),
            input.digest().join(),
            HostName.here(),
            survey.header(),
            survey.recordCount(),
            request.options().dryRun()
                ? DRY_RUN_USER
                : store.reserveUserNumbers(survey.recordCount()),
            store.chunkRecords()),
        request.options().with(new JobSettings(settings).record(request.realm(), format)),
        JobTimes.from(clock.instant().truncatedTo(ChronoUnit.MILLIS)));
  }
}
