package dev.muster.app.cli.imports;

import dev.muster.app.cli.session.CliSession;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.job.Job;
import dev.muster.profile.restauth.RestAuthOptions;
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
      "Resume an import that was interrupted or killed, with the settings that it began with.",
      "Report and exit status are those of the whole import, as if nothing had happened."
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
    return new ImportCall(session, report)
        .run(
            call -> {
              Job job = argument.job(session);
              refuseUnseen(job);
              Optional<Path> input = job.path().map(Path::of);
              report.check(session, input);
              return call.imports().resume(job, call.progress(false));
            });
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
