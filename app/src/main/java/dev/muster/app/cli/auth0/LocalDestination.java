package dev.muster.app.cli.auth0;

import dev.muster.app.cli.session.CliSession;
import dev.muster.app.cli.session.ExitStatus;
import dev.muster.app.cli.session.Failures;
import dev.muster.app.cli.session.ImportFailure;
import dev.muster.app.cli.session.Interrupts;
import dev.muster.app.cli.text.Numbers;
import dev.muster.app.cli.text.ProgressBar;
import dev.muster.app.cli.text.RuleChanges;
import dev.muster.app.document.Results;
import dev.muster.app.format.input.InputFile;
import dev.muster.app.job.CommitPolicy;
import dev.muster.app.job.Job;
import dev.muster.app.job.JobOptions;
import dev.muster.app.job.JobOrigin;
import dev.muster.app.job.Provenance;
import dev.muster.app.job.restauth.RestAuthLog;
import dev.muster.app.job.run.FinishedImport;
import dev.muster.app.job.run.ImportBroken;
import dev.muster.app.job.run.ImportProgress;
import dev.muster.app.job.run.ImportRequest;
import dev.muster.app.job.run.Interrupted;
import dev.muster.app.job.run.JobIds;
import dev.muster.app.job.run.Resumption;
import dev.muster.app.job.run.StopSignal;
import dev.muster.app.remote.auth0.PayloadKind;
import dev.muster.app.remote.auth0.PayloadReader;
import dev.muster.app.settings.SettingsProblem;
import dev.muster.apply.StoreUnavailable;
import dev.muster.user.Realm;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The directory: a connection is a realm, and a job is finished when the command returns. */
final class LocalDestination implements Destination {

  private static final String FORMAT = "auth0";
  private static final String NO_USERS =
      "failed to import users: 400 Bad Request: Must provide 'users' file as multipart part";

  private final CliSession session;
  private final ImportFlags flags;
  private final Auth0Text text;
  private final StopSignal stop = new StopSignal();
  private final ProgressBar bar;
  private String realm = "";
  private volatile @Nullable Job begun;

  LocalDestination(CliSession session, ImportFlags flags, Auth0Text text) {
    this.session = session;
    this.flags = flags;
    this.text = text;
    this.bar =
        new ProgressBar(session.err(), session.around().errTerminal(), session.around().columns());
  }

  @Override
  public List<String> connections() throws Exception {
    return session.store().catalogs().realmNames();
  }

  @Override
  public void use(String connection) throws Exception {
    if (connection.isEmpty()) {
      throw unreadable(connection, "400 Bad Request: Name cannot be empty");
    }
    if (!connections().contains(connection)) {
      throw unreadable(connection, "404 Not Found: Connection not found");
    }
    realm = connection;
  }

  private static CommandFailure unreadable(String connection, String reason) {
    return new CommandFailure(
        "failed to read connection with name \"" + connection + "\": " + reason);
  }

  @Override
  public void check(InputFile payload) throws Exception {
    try (PayloadReader reader =
        PayloadReader.open(payload, session.application().settings().limits())) {
      if (reader.kind() == PayloadKind.NULL) {
        throw new CommandFailure(NO_USERS);
      }
      if (reader.kind() == PayloadKind.LINES) {
        reader.next();
        reader.next(); // a single object is no list
      }
    }
  }

  @Override
  public int importUsers(InputFile payload, PayloadSource source) throws Exception {
    check(payload);
    FinishedImport finished = listening(payload, source);
    begun = null; // there is nothing left to resume
    tell(finished);
    return ExitStatus.OK;
  }

  private FinishedImport listening(InputFile payload, PayloadSource source) throws Exception {
    Interrupts.Listening listening =
        session.around().interrupts().listen(() -> interrupted(source));
    session.sayBy(bar::say);
    try {
      return session.imports(stop, RestAuthLog.NONE).start(request(payload), progress());
    } catch (Interrupted e) {
      throw new CommandFailure("interrupted: " + done(e.job()));
    } catch (ImportBroken e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new CommandFailure(Failures.reason(cause) + " " + done(e.job()));
    } finally {
      session.sayItself();
      listening.close();
      bar.close();
    }
  }

  /** Whether somebody is told by mail: that is wanted, and mail is configured. */
  private boolean sendsMail() throws SettingsProblem {
    return flags.emailResults() && session.application().settings().mail().isPresent();
  }

  /** A request that takes up an unfinished import of the same payload, if there is one. */
  private ImportRequest request(InputFile payload) throws SettingsProblem {
    JobOptions options =
        new JobOptions(
            Optional.empty(),
            Optional.of(flags.upsert()),
            "auto",
            false,
            CommitPolicy.CHUNK,
            false,
            formatOptions());
    return new ImportRequest(payload, FORMAT, realm, options, Resumption.UNSUBMITTED)
        .from(Provenance.of(session.actor(), JobOrigin.AUTH0).withPublicId(JobIds.auth0()));
  }

  private Struct formatOptions() throws SettingsProblem {
    Struct.Builder own = new Struct.Builder();
    if (sendsMail()) {
      own.append("send_completion_email", Value.TRUE);
    }
    if (flags.mergesMetadata()) {
      own.append("merge_metadata", Value.TRUE);
    }
    if (flags.keepsEmailVerified()) {
      own.append("keep_email_verified", Value.TRUE);
    }
    return own.build();
  }

  private ImportProgress progress() {
    return new ImportProgress() {
      private boolean away;

      @Override
      public void surveying(InputFile input) {
        bar.surveying(input);
      }

      @Override
      public void changingRules(Realm before, Realm after) {
        bar.say(
            "realm " + after.name() + " changes its rules: " + RuleChanges.words(before, after));
      }

      @Override
      public void importing(Job job, long done) {
        begun = job;
        bar.importing(job, done);
      }

      @Override
      public void done(long records) {
        away = false;
        bar.done(records);
      }

      @Override
      public void decided(long records) {
        bar.decided(records);
      }

      @Override
      public void waiting(StoreUnavailable reason) {
        if (!away) {
          away = true;
          bar.say(reason.getMessage() + "; the import continues by itself when that is mended");
        }
      }
    };
  }

  /** Stops the import where it can be resumed; if it has not begun, the process exits at once. */
  private boolean interrupted(PayloadSource source) {
    stop.raise();
    if (begun != null) {
      bar.say("stopping as soon as the users under way are done; Ctrl-C again stops at once");
      return true;
    }
    bar.close();
    source.discard();
    return false;
  }

  /** What an unfinished import has done, and how it is resumed. */
  private String done(Job job) {
    String id = id(job);
    String stays =
        ImportFailure.tally(job, session)
            .map(
                tally ->
                    Numbers.grouped(tally.total())
                        + " of "
                        + Numbers.count(job.records(), "user")
                        + " of job '"
                        + id
                        + "' are done and stay")
            .orElse("what job '" + id + "' has committed stays");
    return stays + "; the same command with the same users resumes it";
  }

  private static String id(Job job) {
    return job.provenance().publicId().orElse(job.id());
  }

  private void tell(FinishedImport finished) throws Exception {
    Job job = finished.job();
    String id = id(job);
    text.heading("started user import job");
    text.say("Job with ID '" + id + "' successfully started.");
    String show = session.command("imports show " + id);
    text.say("Run '" + show + "' to get the status of the job.");
    if (sendsMail()) {
      text.say("Results of your user import job will be sent to your email.");
    }
    long failed = finished.tally().failed();
    if (failed > 0) {
      text.say(
          Numbers.grouped(failed)
              + " of "
              + Numbers.count(finished.tally().total(), "user")
              + " failed. Run '"
              + show
              + "' to see why.");
    }
    if (flags.waits()) {
      RowLines rows = new RowLines(text, show);
      new Results(session.store().jobs(), job, Optional.of(finished.input()))
          .withoutRecords()
          .eachProblematic(rows::add);
      rows.end();
    }
  }
}
