package dev.muster.app.cli.db;

import dev.muster.app.cli.session.CliSession;
import dev.muster.app.cli.session.ExitStatus;
import dev.muster.app.cli.session.SchemaObstacle;
import dev.muster.app.cli.text.StatusText;
import dev.muster.app.document.DatabaseDocument;
import dev.muster.app.json.JsonText;
import dev.muster.app.store.DatabaseMaintenance;
import dev.muster.app.store.DatabaseStatus;
import dev.muster.app.store.DatabaseStatus.RunningJob;
import dev.muster.app.store.Schema;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code muster db status}. */
@Command(
    name = "status",
    sortOptions = false,
    description = {
      "Show what the database holds: versions, sizes, users, imports.",
      "Imports that are not finished are listed, with the command that resumes them.",
      "Nothing is changed."
    })
public final class DbStatusCommand implements Callable<Integer> {

  private final CliSession session;

  @Option(names = "--json", description = "Print a JSON document.")
  private boolean json;

  public DbStatusCommand(CliSession session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    DatabaseMaintenance database = session.database();
    Schema schema = SchemaObstacle.readable(database, session);
    DatabaseStatus status = database.status();
    if (json) {
      session.out().println(JsonText.of(DatabaseDocument.of(database, schema, status)));
    } else {
      new StatusText(session.out(), session.outInk(), this::resume).print(database, schema, status);
    }
    return ExitStatus.OK;
  }

  private String resume(RunningJob job) {
    return job.file() || job.submitted()
        ? session.printed().commandForAnyFolder("imports resume " + job.id())
        : session.printed().commandForAnyFolder("import - --resume")
            + " (with the same input and options)";
  }
}
