package dev.muster.app.cli.db;

import dev.muster.app.cli.session.CliSession;
import dev.muster.app.cli.session.ExitStatus;
import dev.muster.app.cli.session.ProcessEnvironment;
import dev.muster.app.cli.session.QuietOption;
import dev.muster.app.cli.session.SchemaObstacle;
import dev.muster.app.cli.text.Ansi;
import dev.muster.app.cli.text.CheckBar;
import dev.muster.app.cli.text.Numbers;
import dev.muster.app.document.DatabaseDocument;
import dev.muster.app.document.Printable;
import dev.muster.app.json.JsonText;
import dev.muster.app.store.CheckReport;
import dev.muster.app.store.DatabaseMaintenance;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code muster db check}. */
@Command(
    name = "check",
    sortOptions = false,
    description = {
      "Check that users, keys, catalogues and imports on record agree with each other.",
      "Reads everything once, while imports may go on. Nothing is changed. The exit status is 0"
          + " for a clean directory, 1 if there are findings."
    })
public final class DbCheckCommand implements Callable<Integer> {

  private final CliSession session;

  @Option(names = "--json", description = "Print a JSON document.")
  private boolean json;

  @Mixin private final QuietOption quiet = new QuietOption();

  public DbCheckCommand(CliSession session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    DatabaseMaintenance database = session.database();
    SchemaObstacle.readable(database, session);
    MissingPeppers peppers = new MissingPeppers(session.application().hashSchemes());
    CheckReport report = check(database, peppers);
    peppers.messages().forEach(session::say);
    if (report.findings().isEmpty() && quiet.isGiven()) {
      return ExitStatus.OK;
    }
    if (json) {
      session
          .out()
          .println(JsonText.of(DatabaseDocument.of(database, report, peppers.documents())));
    } else {
      print(database, report);
    }
    return report.findings().isEmpty() ? ExitStatus.OK : ExitStatus.PROBLEMS;
  }

  private CheckReport check(DatabaseMaintenance database, MissingPeppers peppers) {
    ProcessEnvironment around = session.around();
    try (CheckBar bar =
        new CheckBar(session.err(), around.errTerminal() && !quiet.isGiven(), around.columns())) {
      return database.check(peppers.countedFrom(bar));
    }
  }

  private void print(DatabaseMaintenance database, CheckReport report) {
    PrintWriter out = session.out();
    Ansi ink = session.outInk();
    boolean clean = report.findings().isEmpty();
    out.println(
        Printable.of(database.name())
            + ": "
            + (clean ? ink.green("clean") : ink.red("damaged"))
            + ": "
            + Numbers.count(report.users(), "user")
            + ", "
            + Numbers.count(report.keys(), "key")
            + ", "
            + Numbers.count(report.jobs(), "import")
            + " with "
            + Numbers.count(report.chunks(), "chunk")
            + " checked");
    for (CheckReport.Finding finding : report.findings()) {
      out.println();
      out.println(ink.red(finding.kind().wireName()) + ": " + finding.kind().meaning());
      finding.first().forEach(place -> out.println("  " + Printable.of(place)));
      long more = finding.count() - finding.first().size();
      if (more > 0) {
        out.println("  (" + Numbers.grouped(finding.count()) + " in all)");
      }
    }
  }
}
