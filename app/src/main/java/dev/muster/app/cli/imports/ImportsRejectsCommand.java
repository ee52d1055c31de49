package dev.muster.app.cli.imports;

import dev.muster.app.cli.session.CliSession;
import dev.muster.app.cli.session.ExitStatus;
import dev.muster.app.cli.text.Numbers;
import dev.muster.app.document.Results;
import dev.muster.app.format.SurveyedInput;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.job.Job;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code muster imports rejects}. */
@Command(
    name = "rejects",
    sortOptions = false,
    description = {
      "Write the failed records of an import in their own format, each with its reason, to be"
          + " mended and imported again. They hold what the input held, password hashes included."
    })
public final class ImportsRejectsCommand implements Callable<Integer> {

  private final CliSession session;

  @Mixin private final ImportArgument argument = new ImportArgument();

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "FILE",
      description = "Where to; only its owner may read it. Default: standard output.")
  private @Nullable Path file;

  public ImportsRejectsCommand(CliSession session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    Path target = file;
    if (target != null) {
      Path path = session.path(target);
      if (Files.isRegularFile(path) && !ReportFiles.isRejects(path)) {
        throw new UsageProblem(
            target + " exists and is no file of rejects: name another file, or remove that one");
      }
      ReportOptions.writable("FILE", path, Optional.empty());
    }
    Job job = argument.job(session);
    Results results = new Results(session.storeToRead().jobs(), job, Optional.empty());
    if (session.storeToRead().jobs().tally(job).failed() == 0) {
      session.say("no record of import " + job.id() + " failed, so there is nothing to write");
      return ExitStatus.OK;
    }
    Optional<SurveyedInput> input = session.importsToRead().reopen(job);
    if (input.isEmpty()) {
      session.say(
          "the input is gone or has changed, or the settings are not those of the import (see"
              + " --config), so the failed records are written as JSON lines"
              + (List.of("csv", "xlsx").contains(job.format())
                  ? "; without their header they can't be imported again"
                  : ""));
    }
    ReportFiles files = new ReportFiles(session);
    if (target == null) {
      long ignored = files.rejects(results, input, session.output());
    } else {
      long written = files.rejects(results, input, session.path(target));
      session.out().println(Numbers.count(written, "failed record") + " written to " + target);
    }
    return ExitStatus.OK;
  }
}
