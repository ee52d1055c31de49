package dev.muster.app.cli.imports;

import dev.muster.app.cli.session.CliSession;
import dev.muster.app.cli.session.ExitStatus;
import dev.muster.app.document.MissingDocument;
import dev.muster.app.document.Printable;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.job.Job;
import dev.muster.app.job.missing.MissingLog;
import dev.muster.app.job.missing.MissingUser;
import dev.muster.app.json.JsonText;
import dev.muster.app.store.Session;
import dev.muster.app.store.UserIds;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code muster imports missing}. */
@Command(
    name = "missing",
    sortOptions = false,
    description = {
      "List the users who were missing from the input of an import with --missing, one a line.",
      "If they were more than the limit, only the first 1,000 are on record."
    })
public final class ImportsMissingCommand implements Callable<Integer> {

  private final CliSession session;

  @Mixin private final ImportArgument argument = new ImportArgument();

  @Option(names = "--json", description = "Print a JSON document for each user.")
  private boolean json;

  public ImportsMissingCommand(CliSession session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    Job job = argument.job(session);
    Session store = session.storeToRead();
    if (job.options().missing().isEmpty()) {
      throw new UsageProblem("import " + job.id() + " did not look for missing users");
    }
    MissingLog log = store.jobs().missing();
    if (log.find(job.number()).isEmpty()) {
      session.say(
          "it is not on record who is missing: import "
              + job.id()
              + " has not ended, or records of it failed");
      return ExitStatus.PROBLEMS;
    }
    UserIds ids = store.users().ids();
    MissingDocument.each(job, log, user -> session.out().println(line(user, ids)));
    return ExitStatus.OK;
  }

  private String line(MissingUser user, UserIds ids) {
    return json
        ? JsonText.of(MissingDocument.user(user, ids).build())
        : (ids.show(user.number()) + "  " + Printable.of(user.login())).stripTrailing();
  }
}
