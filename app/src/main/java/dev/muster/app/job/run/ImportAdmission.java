package dev.muster.app.job.run;

import dev.muster.app.format.Formats;
import dev.muster.app.format.ImportFormat;
import dev.muster.app.format.ImportOptions;
import dev.muster.app.format.SurveyedInput;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.format.input.InputFile;
import dev.muster.app.format.input.InputLimits;
import dev.muster.app.job.Job;
import dev.muster.app.job.JobOptions;
import dev.muster.app.job.JobState;
import dev.muster.app.job.missing.MissingOptions;
import dev.muster.app.job.missing.MissingSelection;
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
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Prepares an import by given settings: finds the realm, surveys the input, and creates the job.
 */
final class ImportAdmission {

  private final Session store;
  private final Settings settings;
  private final Clock clock;
  private final NewJobs jobs;

  ImportAdmission(Session store, Settings settings, Clock clock) {
    this.store = store;
    this.settings = settings;
    this.clock = clock;
    this.jobs = new NewJobs(store, settings, clock);
  }

  /** The limits of inputs. */
  InputLimits limits() {
    return settings.limits();
  }

  /** The realm with a name, with the uniqueness rules of these settings. Writes nothing. */
  Realm realm(String name) throws UsageProblem {
    Optional<Realm> recorded = store.catalogs().realm(name);
    if (recorded.isEmpty()) {
      throw new UsageProblem(
          "there is no realm "
              + name
              + "; the realms are: "
              + String.join(", ", store.catalogs().realmNames())
              + ". Make it with: ",
          "realms create " + name);
    }
    return settings.realm(recorded.get());
  }

  /**
   * Makes the stored keys follow a realm's rules, before an import writes.
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
   * Makes the stored keys follow a realm's rules, in a transaction that will be rolled back.
   *
   * @throws StoreUnavailable if existing users violate the rules
   */
  static void tryRules(Session store, Realm realm, Job job) {
    try {
      store.adopt(realm, job.provenance().actor(), job.createdAt());
    } catch (RulesBroken e) {
      throw new StoreUnavailable(e.reason(), "Mend the users or the rules, then go on.", e);
    }
  }

  /**
   * Surveys the input of a request. Writes nothing.
   *
   * @throws InputRefused if none of it can be imported
   * @throws UsageProblem if the request is invalid
   */
  AdmittedInput admit(ImportRequest request, Formats formats, ImportProgress progress)
      throws InputRefused, UsageProblem {
    Realm realm = realm(request.realm());
    CompletableFuture<String> digest = digest(request.input());
    Formats.Recognised recognised =
        formats.of(request.format(), request.input(), request.options().identifier());
    ImportFormat format = recognised.format();
    progress.recognised(recognised);
    UsedOptions.require(format, request.options());
    requireSelection(request.options(), realm);
    SurveyedInput input = survey(format, request.input(), request.options(), realm, progress);
    requireTable(input.allOrNothing(), request.options(), format);
    return new AdmittedInput(proved(request, input, progress), realm, format, input, digest);
  }

  /**
   * Refuses to look for missing users in an input that need not name all users.
   *
   * @param allOrNothing whether it is such an input
   */
  static void requireTable(boolean allOrNothing, JobOptions options, ImportFormat format)
      throws UsageProblem {
    if (allOrNothing && options.missing().isPresent()) {
      throw new UsageProblem(
          "missing users can't be looked for in a document of "
              + format.name()
              + ", which adds to a directory and need not name all users of a realm: all others"
              + " would count as missing. Import it without --missing; to look for leavers, import"
              + " a table of all users with --missing report");
    }
  }

  /** Whether an import is one transaction, as its input or its options require. */
  static boolean isWhole(boolean allOrNothing, JobOptions options) {
    return allOrNothing
        || options.missing().filter(missing -> missing.action().writes()).isPresent();
  }

  /** Reads an input completely, before anything is written. */
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
                  settings.auth0().records(),
                  options.formatOptions()));
      progress.surveyed(file, input);
      return input;
    } catch (IOException e) {
      throw cutOff(file, e);
    }
  }

  /** Checks known passwords. Returns the request, as all-or-nothing if the format requires that. */
  private ImportRequest proved(ImportRequest request, SurveyedInput input, ImportProgress progress)
      throws InputRefused {
    try {
      progress.proved(input, request.proof().check(input));
    } catch (IOException e) {
      throw cutOff(request.input(), e);
    }
    return isWhole(input.allOrNothing(), request.options()) ? request.asWhole() : request;
  }

  /** A role or group that does not exist has no members, so that nobody would be missing. */
  void requireSelection(JobOptions options, Realm realm) throws UsageProblem {
    Optional<MissingSelection> among = options.missing().flatMap(MissingOptions::among);
    if (among.isPresent() && !exists(among.get(), realm)) {
      throw new UsageProblem(
          "there is no "
              + among.get().kind().wireName()
              + " "
              + among.get().name()
              + " in realm "
              + realm.name());
    }
  }

  private boolean exists(MissingSelection among, Realm realm) {
    return switch (among.kind()) {
      case SOURCE -> true; // sources are not on record
      case ROLE -> store.catalogs().of(realm).role(among.name()) != null;
      case GROUP -> store.catalogs().of(realm).group(among.name()) != null;
    };
  }

  static InputRefused cutOff(InputFile file, IOException e) {
    return new InputRefused(
        InputProblem.of(
            ProblemCode.UNREADABLE_INPUT,
            file.name()
                + " can't be read to its end: "
                + (e.getMessage() == null ? "it is cut off or damaged" : e.getMessage())));
  }

  /** Computes the digest concurrently with the survey, because both read the whole input. */
  static CompletableFuture<String> digest(InputFile file) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return file.digest();
          } catch (IOException e) {
            return "unreadable"; // the survey reports the same error
          }
        });
  }

  /** Reserves numbers for the users of a job that has none yet; returns the job with them. */
  Job numbered(Job job) {
    return job.firstUser() == NewJobs.UNNUMBERED
        ? job.startingWithUser(store.reserveUserNumbers(job.records()))
        : job;
  }

  /**
   * Creates a job in memory. Unless it is a dry run, no numbers are reserved for its users.
   *
   * @param state pending if it is submitted to workers
   */
  Job job(String id, JobState state, AdmittedInput input) {
    return jobs.of(
        id,
        state,
        input.request(),
        input.format(),
        input.digest().join(),
        input.survey().header(),
        input.survey().recordCount());
  }

  /** Creates a job without records in memory, for an input that was refused. */
  Job refusedJob(String id, ImportRequest request, Formats formats)
      throws InputRefused, UsageProblem {
    realm(request.realm());
    ImportFormat format =
        formats.of(request.format(), request.input(), request.options().identifier()).format();
    String digest = digest(request.input()).join();
    return jobs.of(id, JobState.PENDING, request, format, digest, List.of(), 0);
  }
}
