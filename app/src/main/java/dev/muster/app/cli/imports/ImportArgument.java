package dev.muster.app.cli.imports;

import dev.muster.app.cli.session.CliSession;
import dev.muster.app.document.Results;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.job.Job;
import dev.muster.app.settings.SettingsProblem;
import dev.muster.app.store.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Parameters;

/** The argument that names an import. */
final class ImportArgument {

  private static final String PREFIX = "imp_";
  private static final int NAMED_MAX = 5;

  @Parameters(
      index = "0",
      paramLabel = "ID",
      description = "The import's id, or enough of its beginning; see muster imports list.")
  private String id = "";

  /**
   * The import of the given id or id prefix.
   *
   * @throws UsageProblem if there is none, or more than one
   */
  Job job(CliSession session) throws SettingsProblem, UsageProblem {
    Session store = session.storeToRead();
    Optional<Job> exact = store.jobs().find(id);
    if (exact.isPresent()) {
      return exact.get();
    }
    List<Job> fitting = new ArrayList<>(store.jobs().startingWith(id, NAMED_MAX + 1));
    fitting.addAll(store.jobs().startingWith(PREFIX + id, NAMED_MAX + 1));
    if (fitting.isEmpty()) {
      throw new UsageProblem(
          "there is no import " + id + ": see " + session.command("imports list"));
    }
    if (fitting.size() > 1) {
      throw new UsageProblem(
          "more than one import begins with "
              + id
              + ": "
              + fitting.stream().limit(NAMED_MAX).map(Job::id).collect(Collectors.joining(", ")));
    }
    return fitting.get(0);
  }

  /** The results of an import, with its records if its input is still there unchanged. */
  static Results results(Job job, CliSession session) throws SettingsProblem, UsageProblem {
    return new Results(session.storeToRead().jobs(), job, session.importsToRead().reopen(job));
  }
}
