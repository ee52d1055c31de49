package dev.muster.app.cli;

import dev.muster.app.job.Job;
import dev.muster.app.json.JsonText;
import dev.muster.app.report.ImportDocument;
import dev.muster.app.report.Numbers;
import dev.muster.app.report.Printable;
import dev.muster.app.store.Session;
import dev.muster.app.store.Submission;
import dev.muster.report.Tally;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code muster imports list}. */
@Command(
    name = "list",
    sortOptions = false,
    description = "List the imports on record, the latest first.")
final class ImportsListCommand implements Callable<Integer> {

  private final CliSession session;

  @Option(names = "--json", description = "Print JSON documents, one a line.")
  private boolean json;

  ImportsListCommand(CliSession session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    Session store = session.storeToRead();
    List<Job> jobs = store.jobs().all();
    if (!json) {
      if (jobs.isEmpty()) {
        session.out().println("Nothing was imported yet. Begin with: muster import FILE");
        return Muster.OK;
      }
      line("ID", "STATE", "BEGUN", "RECORDS", "INSERTED", "UPDATED", "SKIPPED", "FAILED", "INPUT");
    }
    for (Job job : jobs) {
      print(job, store);
    }
    return Muster.OK;
  }

  private void print(Job job, Session store) throws IOException {
    Tally tally = store.jobs().tally(job);
    String standing = JobStatus.of(job, tally, store);
    Optional<Submission> submission = store.submitted().flatMap(all -> all.find(job));
    if (json) {
      session.out().println(JsonText.of(document(job, tally, standing, submission)));
    } else {
      line(
          job.id(),
          standing,
          job.createdAt().truncatedTo(ChronoUnit.SECONDS),
          Numbers.grouped(job.records()),
          Numbers.grouped(tally.inserted()),
          Numbers.grouped(tally.updated()),
          Numbers.grouped(tally.skipped()),
          Numbers.grouped(tally.failed()),
          Printable.of(job.source())
              + (job.options().dryRun() ? " (dry run)" : "")
              + submission.flatMap(Submission::node).map(name -> " (" + name + ")").orElse(""));
    }
  }

  private void line(Object... columns) {
    session
        .out()
        .println(
            String.format(
                Locale.ROOT, "%-16s  %-11s  %-20s  %11s  %9s  %9s  %9s  %9s  %s", columns));
  }

  private static Struct document(
      Job job, Tally tally, String standing, Optional<Submission> submission) {
    Struct.Builder out = new Struct.Builder();
    out.append("id", Value.of(job.id()));
    out.append("status", Value.of(standing));
    out.append("dry_run", Value.of(job.options().dryRun()));
    out.append("format", Value.of(job.format()));
    out.append("realm", Value.of(job.realm()));
    out.append("source", Value.of(job.source()));
    out.append("records", Value.of(job.records()));
    out.append("summary", ImportDocument.summary(tally));
    out.append("created_at", Value.of(job.createdAt().toString()));
    out.append(
        "completed_at", job.completedAt().map(at -> Value.of(at.toString())).orElse(Value.NULL));
    submission.ifPresent(
        known -> out.append("node", known.node().<Value>map(Value::of).orElse(Value.NULL)));
    return out.build();
  }
}
