package dev.muster.app.cli.auth0;

import dev.muster.app.cli.session.ExitStatus;
import dev.muster.app.cli.text.Numbers;
import dev.muster.app.remote.auth0.FailedRows;
import dev.muster.app.remote.auth0.JobErrors;
import dev.muster.app.remote.auth0.ManagementApi;
import dev.muster.app.remote.auth0.Pauses;
import dev.muster.app.remote.auth0.RemoteFailure;
import dev.muster.app.remote.auth0.RemoteJob;
import dev.muster.app.remote.auth0.RemoteJob.Summary;
import dev.muster.app.remote.auth0.RowErrors;
import dev.muster.app.remote.auth0.UserText;
import dev.muster.app.remote.auth0.UsersImport;
import dev.muster.app.remote.auth0.UsersPart;
import dev.muster.app.remote.auth0.UsersPlan;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * The jobs that an input is sent in, in its order and never more than some at a time; printed as
 * they start and, where the command waits for them, as they end.
 */
final class SentJobs {

  private static final Duration FIRST_POLL = Duration.ofMillis(500);
  private static final Duration LAST_POLL = Duration.ofSeconds(5);

  private final ManagementApi api;
  private final UsersPlan plan;
  private final ImportFlags flags;
  private final Auth0Text text;
  private final Pauses pauses;
  private final ProgressLine progress;
  private final boolean waits;
  private final Deque<Sent> active = new ArrayDeque<>();
  private Summary sum = new Summary(0, 0, 0, 0);
  private final AtomicLong usersSent = new AtomicLong();
  private final AtomicInteger started = new AtomicInteger();
  private boolean failed;

  private record Sent(RemoteJob job, UsersPart part) {}

  SentJobs(
      ManagementApi api,
      UsersPlan plan,
      ImportFlags flags,
      Auth0Text text,
      Pauses pauses,
      ProgressLine progress) {
    this.api = api;
    this.plan = plan;
    this.flags = flags;
    this.text = text;
    this.pauses = pauses;
    this.progress = progress;
    this.waits = flags.waits() || plan.parts() > 1;
  }

  /** Starts the next job, when few enough others are active. */
  void send(UsersImport users, UsersPart part) throws RemoteFailure {
    while (active.size() >= flags.activeJobs()) {
      settle(active.removeFirst());
    }
    progress.show("sending...");
    RemoteJob job;
    try {
      job = api.importUsers(users);
    } catch (RemoteFailure e) {
      throw new RemoteFailure("failed to import users: " + e.getMessage());
    } finally {
      progress.erase();
    }
    started.incrementAndGet();
    tellStarted(job, part);
    usersSent.addAndGet(part.users().size());
    active.add(new Sent(job, part));
  }

  private void tellStarted(RemoteJob job, UsersPart part) {
    if (started.get() == 1) {
      text.heading("started user import job");
    }
    String which =
        plan.parts() == 1
            ? ""
            : " with users "
                + Numbers.grouped(usersSent.get() + 1)
                + " to "
                + Numbers.grouped(usersSent.get() + part.users().size())
                + " of "
                + Numbers.grouped(plan.users());
    text.say("Job with ID '" + job.id() + "' successfully started" + which + ".");
    if (plan.parts() == 1) {
      text.say("Run 'auth0 api jobs/" + job.id() + "' to get the status of the job.");
    }
    if (flags.emailResults() && part.last()) {
      text.say("Results of your user import job will be sent to your email.");
    }
  }

  /** Waits for the jobs, if that is wanted, and prints the sums. */
  void end() throws RemoteFailure {
    if (!waits) {
      return;
    }
    while (!active.isEmpty()) {
      settle(active.removeFirst());
    }
    text.say(
        Numbers.count(plan.users(), "user")
            + " in "
            + Numbers.count(started.get(), "job")
            + ": "
            + Numbers.grouped(sum.inserted())
            + " inserted, "
            + Numbers.grouped(sum.updated())
            + " updated, "
            + Numbers.grouped(sum.failed())
            + " failed.");
  }

  /** Whether a job failed as a whole. */
  boolean haveFailed() {
    return failed;
  }

  /** Waits until a job has ended, and prints what failed. */
  private void settle(Sent sent) throws RemoteFailure {
    try {
      RemoteJob job = ended(sent.job());
      sum = job.summary().map(each -> plus(sum, each)).orElse(sum);
      tellErrors(sent.job().id(), job, sent.part());
    } catch (RemoteFailure e) {
      throw new RemoteFailure(
          "failed to follow job '" + sent.job().id() + "', which goes on: " + e.getMessage());
    }
  }

  private RemoteJob ended(RemoteJob started) throws RemoteFailure {
    Duration pause = FIRST_POLL;
    RemoteJob job = started;
    while (!job.hasEnded()) {
      progress.show(
          "job "
              + started.id()
              + ": "
              + job.status()
              + job.percentageDone().map(percent -> " " + percent + "%").orElse(""));
      pauses.pause(pause);
      pause = pause.multipliedBy(2).compareTo(LAST_POLL) < 0 ? pause.multipliedBy(2) : LAST_POLL;
      job = api.job(started.id());
    }
    progress.erase();
    return job;
  }

  private static Summary plus(Summary one, Summary other) {
    return new Summary(
        one.failed() + other.failed(),
        one.updated() + other.updated(),
        one.inserted() + other.inserted(),
        one.total() + other.total());
  }

  private void tellErrors(String id, RemoteJob job, UsersPart part) throws RemoteFailure {
    JobErrors errors = api.errors(id);
    if (job.hasFailed()) {
      failed = true;
      String details = errors.details().isEmpty() ? job.details() : errors.details();
      text.say(
          "Job '"
              + id
              + "' failed: "
              + (details.isEmpty() ? "the server does not say why" : details));
    }
    FailedRows rows = new FailedRows(part.users());
    RowLines lines = new RowLines(text, "GET /api/v2/jobs/" + id + "/errors");
    for (RowErrors row : errors.rows()) {
      lines.add(place(rows.find(row)), reason(row));
    }
    lines.end();
  }

  private static String place(Optional<UserText> user) {
    return user.map(each -> "user " + (each.index() + 1) + ", line " + each.line())
        .orElse("a user that the server changed");
  }

  private static String reason(RowErrors row) {
    return row.errors().stream()
        .map(
            error ->
                error.code()
                    + ": "
                    + (error.path().isEmpty() ? "" : error.path() + ": ")
                    + error.message())
        .collect(Collectors.joining("; "));
  }

  /** Prints, after a failure, which users no job was started for. */
  void tellUnsent() {
    progress.erase();
    if (started.get() > 0 && usersSent.get() < plan.users()) {
      text.say(unsent());
    }
  }

  private String unsent() {
    return "Users "
        + Numbers.grouped(usersSent.get() + 1)
        + " to "
        + Numbers.grouped(plan.users())
        + " were not sent, as far as is known. The jobs that were started go on.";
  }

  /** Prints, on Ctrl-C, what goes on without this command; returns the exit status. */
  int interrupted() {
    if (started.get() == 0) {
      return ExitStatus.OK;
    }
    tellUnsent();
    return usersSent.get() < plan.users() ? ExitStatus.PROBLEMS : ExitStatus.OK;
  }
}
