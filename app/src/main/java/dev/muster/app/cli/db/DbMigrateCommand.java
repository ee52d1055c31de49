package dev.muster.app.cli.db;

import dev.muster.app.cli.session.CliSession;
import dev.muster.app.cli.session.ExitStatus;
import dev.muster.app.cli.session.SchemaObstacle;
import dev.muster.app.document.DatabaseDocument;
import dev.muster.app.document.Printable;
import dev.muster.app.json.JsonText;
import dev.muster.app.store.DatabaseMaintenance;
import dev.muster.app.store.Schema;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code muster db migrate}. */
@Command(
    name = "migrate",
    sortOptions = false,
    description = {
      "Create the tables, or upgrade those of an older version.",
      "Every command that opens the directory does the same. This one is for setups where only a"
          + " special database user may create tables."
    })
public final class DbMigrateCommand implements Callable<Integer> {

  private final CliSession session;

  @Option(names = "--json", description = "Print a JSON document.")
  private boolean json;

  public DbMigrateCommand(CliSession session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    DatabaseMaintenance database = session.database();
    Schema before = SchemaObstacle.migratable(database);
    if (before.state() != Schema.State.CURRENT) {
      database.migrate();
    }
    Schema after = database.schema();
    session
        .out()
        .println(
            json
                ? JsonText.of(DatabaseDocument.of(database, before, after))
                : Printable.of(database.name()) + ": " + words(before, after));
    return ExitStatus.OK;
  }

  private static String words(Schema before, Schema after) {
    if (before.state() == Schema.State.CURRENT) {
      return "schema version " + after.version() + " already; there was nothing to do";
    }
    return before.version() == 0
        ? "made a new directory, schema version " + after.version()
        : "from schema version " + before.version() + " to " + after.version();
  }
}
