package dev.muster.app.cli.imports;

import dev.muster.app.cli.session.CliSession;
import dev.muster.app.cli.session.ExitStatus;
import dev.muster.app.cli.session.SchemaObstacle;
import dev.muster.app.cli.text.Numbers;
import dev.muster.app.document.Printable;
import dev.muster.app.json.JsonText;
import dev.muster.app.store.DatabaseMaintenance;
import dev.muster.app.store.DatabaseStatus.RunningJob;
import dev.muster.app.store.WorkerState;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code muster workers list}. */
@Command(
    name = "list",
    sortOptions = false,
    description = {
      "List the workers and what each carries out.",
      "It says since when each is connected, and when it was last seen. SQLite shows",
      "only workers that carry out an import, and no times."
    })
public final class WorkersListCommand implements Callable<Integer> {

  private final CliSession session;

  @Option(names = "--json", description = "Print JSON documents, one a line.")
  private boolean json;

  public WorkersListCommand(CliSession session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    DatabaseMaintenance database = session.database();
    SchemaObstacle.readable(database, session);
    List<WorkerState> workers = database.workers();
    for (WorkerState worker : workers) {
      session.out().println(json ? JsonText.of(document(worker)) : words(worker));
    }
    if (workers.isEmpty() && !json) {
      session
          .out()
          .println(
              (database.kind().equals("sqlite")
                      ? "No worker carries out an import now; SQLite does not tell of idle ones."
                      : "No worker is connected.")
                  + " Start one with: "
                  + session.command("worker"));
    }
    return ExitStatus.OK;
  }

  private static String words(WorkerState worker) {
    StringBuilder words = new StringBuilder(Printable.of(worker.node()));
    words.append("  ").append(worker.job().map(WorkersListCommand::work).orElse("waits"));
    worker.since().ifPresent(time -> words.append("; since ").append(shown(time)));
    worker.seen().ifPresent(time -> words.append("; seen ").append(shown(time)));
    return words.toString();
  }

  private static String work(RunningJob job) {
    return "import "
        + job.id()
        + " ("
        + Printable.of(job.source())
        + "), "
        + Numbers.grouped(job.done())
        + " of "
        + Numbers.count(job.records(), "record");
  }

  private static Struct document(WorkerState worker) {
    Struct.Builder members = new Struct.Builder().append("node", Value.of(worker.node()));
    members.append("since", time(worker.since()));
    members.append("seen", time(worker.seen()));
    members.append(
        "import",
        worker
            .job()
            .<Value>map(
                job ->
                    new Struct.Builder()
                        .append("id", Value.of(job.id()))
                        .append("source", Value.of(job.source()))
                        .append("records", Value.of(job.records()))
                        .append("done", Value.of(job.done()))
                        .build())
            .orElse(Value.NULL));
    return members.build();
  }

  private static Instant shown(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS);
  }

  private static Value time(Optional<Instant> time) {
    return time.<Value>map(known -> Value.of(known.toString())).orElse(Value.NULL);
  }
}
