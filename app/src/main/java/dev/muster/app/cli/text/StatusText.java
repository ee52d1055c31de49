package dev.muster.app.cli.text;

import dev.muster.app.document.Printable;
import dev.muster.app.job.JobState;
import dev.muster.app.store.DatabaseMaintenance;
import dev.muster.app.store.DatabaseStatus;
import dev.muster.app.store.DatabaseStatus.RunningJob;
import dev.muster.app.store.DatabaseStatus.TableState;
import dev.muster.app.store.Schema;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Prints sizes, counts and running imports of a directory. */
public final class StatusText {

  private final PrintWriter out;
  private final Ansi ink;
  private final Function<RunningJob, String> resume;

  /**
   * Prints to a terminal or a file.
   *
   * @param resume returns the command that resumes an import
   */
  public StatusText(PrintWriter out, Ansi ink, Function<RunningJob, String> resume) {
    this.out = out;
    this.ink = ink;
    this.resume = resume;
  }

  /** Prints the whole status. */
  public void print(DatabaseMaintenance database, Schema schema, DatabaseStatus status) {
    out.println(ink.bold(Printable.of(database.name())));
    out.println(status.product() + ", schema version " + schema.version() + " (up to date)");
    out.println();
    line("users", status.users(), Numbers.bytes(status.sizes().users()));
    status
        .usersByRealm()
        .forEach((realm, users) -> line("  realm " + Printable.of(realm), users, ""));
    line("keys", status.keys(), Numbers.bytes(status.sizes().keys()));
    long imports = status.jobs().values().stream().mapToLong(Long::longValue).sum();
    line("imports", imports, Numbers.bytes(status.sizes().jobs()));
    status.jobs().forEach((state, count) -> line("  " + state, count, ""));
    columns("database", "", Numbers.bytes(status.sizes().whole()));
    if (!status.running().isEmpty()) {
      out.println();
      out.println(ink.bold("Not finished"));
      status.running().forEach(this::running);
    }
    status
        .oldestWaiting()
        .ifPresent(
            oldest -> {
              out.println();
              out.println(
                  "The oldest import that waits for a worker was submitted at "
                      + oldest.truncatedTo(ChronoUnit.SECONDS));
            });
    if (!status.tables().isEmpty()) {
      out.println();
      out.println(
          ink.bold(row("table", "rows, about", "dead rows", "last vacuum", "last analyze")));
      status.tables().forEach(table -> out.println(row(table)));
    }
  }

  private void line(String name, long count, String size) {
    columns(name, Numbers.grouped(count), size);
  }

  private void columns(String name, String count, String size) {
    out.println(
        String.format(Locale.ROOT, "  %-22s %14s  %12s", name, count, size).stripTrailing());
  }

  private void running(RunningJob job) {
    out.println(
        "  "
            + job.id()
            + "  "
            + Printable.of(job.source())
            + ": "
            + Numbers.grouped(job.done())
            + " of "
            + Numbers.count(job.records(), "record")
            + ", begun "
            + job.begun().truncatedTo(ChronoUnit.SECONDS)
            + " on "
            + Printable.of(job.host()));
    out.println(job.held() ? "    a process is working on it" : "    " + remedy(job));
  }

  private String remedy(RunningJob job) {
    boolean paused = job.state() == JobState.PAUSED;
    if (job.submitted() && !paused) {
      return ink.yellow("no worker has it") + "; the next worker resumes it";
    }
    String state = job.state() == JobState.RUNNING ? "killed" : job.state().wireName();
    return ink.yellow(state) + "; resume it with: " + resume.apply(job);
  }

  private static String row(TableState table) {
    return row(
        table.name(),
        Numbers.grouped(table.rows()),
        Numbers.grouped(table.deadRows()),
        time(table.vacuumed()),
        time(table.analyzed()));
  }

  private static String row(String name, String rows, String dead, String vacuum, String analyze) {
    return String.format(
        Locale.ROOT, "  %-12s %14s %14s  %-20s  %s", name, rows, dead, vacuum, analyze);
  }

  private static String time(Optional<Instant> at) {
    return at.map(instant -> instant.truncatedTo(ChronoUnit.SECONDS).toString()).orElse("never");
  }
}
