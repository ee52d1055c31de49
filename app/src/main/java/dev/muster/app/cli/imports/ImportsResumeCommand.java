package dev.muster.app.cli.imports;

import dev.muster.app.cli.session.CliSession;
import dev.muster.app.cli.text.Numbers;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.job.Job;
import dev.muster.app.job.JobState;
import dev.muster.app.job.run.FinishedImport;
import dev.muster.app.job.run.ImportControl;
import dev.muster.app.settings.SettingsProblem;
import dev.muster.profile.restauth.RestAuthOptions;
import dev.muster.report.Tally;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code muster imports resume}. */
@Command(
    name = "resume",
    sortOptions = false,
    description = {
      "Resume an import that was paused, interrupted or killed, with the settings that it began"
          + " with.",
      "Report and exit status are those of the whole import, as if nothing had happened.",
      "A submitted import that is paused goes back into the queue, for a worker to go on with."
    })
public final class ImportsResumeCommand implements Callable<Integer> {

  private final CliSession session;

  @Mixin private final ImportArgument argument = new ImportArgument();
  @Mixin private final ReportOptions report = new ReportOptions();

  public ImportsResumeCommand(CliSession session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    ImportCall call = new ImportCall(session, report);
    return isSubmitted()
        ? call.submit(resumed -> requeued(argument.job(session)), this::words)
        : call.run(resumed -> resumed(argument.job(session), resumed));
  }

  private boolean isSubmitted() throws SettingsProblem {
    try {
      Job job = argument.job(session); // first: it makes no directory
      return session.store().submitted().find(job).isPresent();
    } catch (UsageProblem e) {
      return false; // resuming it meets the same problem and reports it
    }
  }

  private String words(Job job, Tally done) {
    return "Import "
        + job.id()
        + (job.state() == JobState.PENDING
            ? " waits for a worker to go on after "
            : " goes on after ")
        + Numbers.grouped(done.total())
        + " of "
        + Numbers.count(job.records(), "record");
  }

  private FinishedImport resumed(Job job, ImportCall call) throws Exception {
    refuseUnseen(job);
    Optional<Path> input = job.path().map(Path::of);
    report.check(session, input);
    return call.imports().resume(job, call.progress(false));
  }

  /** Has workers go on with a submitted import. */
  private Job requeued(Job job) throws Exception {
    Job now = session.store().jobs().find(job.id()).orElse(job);
    if (session.control().resume(now) == ImportControl.Answer.REFUSED) {
      throw new UsageProblem(
          "import "
              + job.id()
              + (now.state().finished()
                  ? " is finished: see "
                  : " was submitted, so a worker resumes it: see "),
          (now.state().finished() ? "imports show " : "imports watch ") + job.id());
    }
    return session.store().jobs().find(job.id()).orElse(now);
  }

  private static void refuseUnseen(Job job) throws UsageProblem {
    if (RestAuthOptions.of(job.options().formatOptions()).genPasswords()) {
      throw new UsageProblem(
          "import "
              + job.id()
              + " makes up passwords, which only the command that began it would show: give that"
              + " one again, as nothing of it is imported");
    }
  }
}
