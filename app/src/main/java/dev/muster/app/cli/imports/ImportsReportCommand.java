package dev.muster.app.cli.imports;

import dev.muster.app.cli.session.CliSession;
import dev.muster.app.cli.session.ExitStatus;
import dev.muster.app.document.ReportFile;
import dev.muster.app.document.Results;
import dev.muster.app.format.KeptRecords;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.job.Job;
import dev.muster.app.settings.SettingsProblem;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code muster imports report}. */
@Command(
    name = "report",
    sortOptions = false,
    description = {
      "Write the result of every record of an import, or of some.",
      "To find some, the input is not read again, and only failed records are shown."
    })
public final class ImportsReportCommand implements Callable<Integer> {

  private final CliSession session;

  @Mixin private final ImportArgument argument = new ImportArgument();

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "FILE",
      description = {
        "Where to: JSON lines for .ndjson, .jsonl and .json, a table for .csv.",
        "Default: JSON lines on standard output."
      })
  private @Nullable Path file;

  @Mixin private final ResultOptions wanted = new ResultOptions();

  public ImportsReportCommand(CliSession session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    Path target = file;
    ReportFile format = target == null ? ReportFile.NDJSON : ReportOptions.reportFormat(target);
    if (target != null) {
      ReportOptions.writable("FILE", session.path(target), Optional.empty());
    }
    Job job = argument.job(session);
    Results results = wanted.any() ? selected(job) : ImportArgument.results(job, session);
    ReportFiles files = new ReportFiles(session);
    if (target == null) {
      format.write(results, files.details(results), session.output()).ifPresent(session::say);
    } else {
      files.report(results, format, session.path(target)).ifPresent(session::say);
      session
          .out()
          .println(
              (wanted.any() ? "The results are in " : "The result of every record is in ")
                  + target
                  + ".");
    }
    return ExitStatus.OK;
  }

  private Results selected(Job job) throws SettingsProblem, UsageProblem {
    KeptRecords kept = session.importsToRead().kept(job);
    return new Results(session.storeToRead().jobs(), job, wanted.selection(kept));
  }
}
