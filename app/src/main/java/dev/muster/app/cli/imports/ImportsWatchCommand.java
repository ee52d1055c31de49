package dev.muster.app.cli.imports;

import dev.muster.app.cli.session.CliSession;
import dev.muster.app.cli.session.ExitStatus;
import dev.muster.app.cli.session.ImportFailure;
import dev.muster.app.cli.session.Interrupts;
import dev.muster.app.cli.text.ProgressBar;
import dev.muster.app.job.Job;
import dev.muster.app.store.Session;
import dev.muster.apply.StoreUnavailable;
import dev.muster.report.Tally;
import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code muster imports watch}. */
@Command(
    name = "watch",
    sortOptions = false,
    description = {
      "Follow an import to its end, then show what it did.",
      "The exit status is that of the import. Ctrl-C ends the watching only."
    })
public final class ImportsWatchCommand implements Callable<Integer> {

  /** The polling interval, in case no notification arrives. */
  private static final long PATIENCE_MILLIS = 500;

  private final CliSession session;
  private final Semaphore news = new Semaphore(0);
  private volatile boolean interrupted;
  private boolean away;

  @Mixin private final ImportArgument argument = new ImportArgument();

  @Mixin private final TextOptions sheet = new TextOptions();

  public ImportsWatchCommand(CliSession session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    Job job = argument.job(session);
    Session store = session.storeToRead();
    Job end = follow(job, store);
    if (interrupted) {
      session.say(
          "the import continues; watch it again with: "
              + session.command("imports watch " + job.id()));
      return ExitStatus.INTERRUPTED;
    }
    if (!end.state().finished()) {
      session.say(ImportFailure.sentence(end, session));
      return ExitStatus.BROKEN;
    }
    Tally tally = store.jobs().tally(end);
    sheet.show(end, tally, session);
    return ImportOutcome.status(end, tally);
  }

  /** Waits until the job is finished, has no worker, or the watching is interrupted. */
  private Job follow(Job job, Session store) throws Exception {
    Interrupts.Listening listening = session.around().interrupts().listen(this::interrupt);
    Closeable hearing = store.database().onJobChanged(news::release);
    ProgressBar bar =
        new ProgressBar(session.err(), session.around().errTerminal(), session.around().columns());
    try (listening;
        hearing;
        bar) {
      Follower follower = new Follower(store, bar, session.around().errTerminal());
      Job now = job;
      while (goesOn(follower, now) && !interrupted) {
        if (news.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
          news.drainPermits();
        }
        now = look(now, store);
      }
      return now;
    }
  }

  private boolean goesOn(Follower follower, Job job) throws IOException {
    try {
      return follower.goesOn(job);
    } catch (StoreUnavailable e) {
      tolerate(e);
      return true;
    }
  }

  /** The current state of the import; its last known state while the directory is unreachable. */
  private Job look(Job last, Session store) {
    try {
      Job now = store.jobs().find(last.id()).orElseThrow();
      away = false;
      return now;
    } catch (StoreUnavailable e) {
      tolerate(e);
      return last;
    }
  }

  private void tolerate(StoreUnavailable e) {
    if (e.kind() != StoreUnavailable.Kind.AWAY) {
      throw e;
    }
    if (!away) {
      away = true;
      session.say(e.getMessage() + "; watching continues when that is mended");
    }
  }

  private boolean interrupt() {
    interrupted = true;
    news.release();
    return true;
  }
}
