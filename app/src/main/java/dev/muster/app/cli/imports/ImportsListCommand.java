package dev.muster.app.cli.imports;

import dev.muster.app.cli.session.CliSession;
import dev.muster.app.cli.session.ExitStatus;
import dev.muster.app.cli.session.Times;
import dev.muster.app.cli.text.Numbers;
import dev.muster.app.document.Printable;
import dev.muster.app.job.Job;
import dev.muster.app.job.JobFilter;
import dev.muster.app.job.JobState;
import dev.muster.app.job.JobStore;
import dev.muster.app.job.TallySummary;
import dev.muster.app.json.JsonText;
import dev.muster.app.store.Session;
import dev.muster.app.store.Submission;
import dev.muster.report.Tally;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code muster imports list}. */
@Command(
    name = "list",
    sortOptions = false,
    description = "List the imports on record, the latest first.")
public final class ImportsListCommand implements Callable<Integer> {

  private static final int JOBS_AT_ONCE = 200;
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final CliSession session;

  @Option(names = "--json", description = "Print JSON documents, one a line.")
  private boolean json;

  @Option(
      names = "--state",
      paramLabel = "STATE",
      completionCandidates = StateNames.class,
      converter = StateNames.class,
      description = "Only those in a state; may be repeated.")
  private List<JobState> states = List.of();

  @Option(
      names = "--since",
      paramLabel = "TIME",
      converter = Times.Moment.class,
      description = "Only those begun since: 2026-01-31, 2026-01-31T12:00:00Z, or 7d for a week.")
  private @Nullable Instant since;

  @Option(names = "--limit", paramLabel = "N", description = "At most so many. Default: all.")
  private long limit = Long.MAX_VALUE;

  @Option(names = "--no-dry-runs", description = "Leave dry runs out.")
  private boolean withoutDryRuns;

  public ImportsListCommand(CliSession session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    Session store = session.storeToRead();
    JobFilter filter = JobFilter.ALL.in(Set.copyOf(states));
    if (since != null) {
      filter = filter.since(since);
    }
    long printed = 0;
    List<Job> jobs = store.jobs().page(filter, JobStore.LATEST, JOBS_AT_ONCE);
    while (!jobs.isEmpty() && printed < limit) {
      for (Job job : jobs) {
        if (printed < limit && !(withoutDryRuns && job.options().dryRun())) {
          if (printed == 0 && !json) {
            line("ID", "STATE", "BEGUN (UTC)", "RECORDS", "FAILED", "INPUT");
          }
          print(job, store);
          printed++;
        }
      }
      jobs = store.jobs().page(filter, jobs.get(jobs.size() - 1).number(), JOBS_AT_ONCE);
    }
    if (printed == 0 && !json) {
      session.out().println(nothing());
    }
    return ExitStatus.OK;
  }

  private String nothing() {
    return states.isEmpty() && since == null && limit > 0 && !withoutDryRuns
        ? "Nothing was imported yet. Begin with: " + session.command("import FILE")
        : "There is no such import.";
  }

  private void print(Job job, Session store) throws IOException {
    Tally tally = store.jobs().tally(job);
    String status = JobStatus.of(job, store);
    Optional<Submission> submission = store.submitted().find(job);
    if (json) {
      session.out().println(JsonText.of(document(job, tally, status, submission)));
    } else {
      line(
          job.id(),
          job.options().dryRun() && job.state() == JobState.COMPLETED ? "dry run" : status,
          MINUTE.format(job.createdAt()),
          Numbers.grouped(job.records()),
          Numbers.grouped(tally.failed()),
          Printable.of(fileName(job.source()))
              + (job.options().dryRun() && job.state() != JobState.COMPLETED ? " (dry run)" : "")
              + submission.flatMap(Submission::node).map(name -> " (" + name + ")").orElse(""));
    }
  }

  private void line(Object... columns) {
    session.out().println(String.format(Locale.ROOT, "%-16s  %-11s  %-16s  %9s  %7s  %s", columns));
  }

  /** A file without its folder, so that a line fits a terminal. */
  private static String fileName(String source) {
    return source.substring(source.lastIndexOf('/') + 1);
  }

  private static Struct document(
      Job job, Tally tally, String status, Optional<Submission> submission) {
    Struct.Builder out = new Struct.Builder();
    out.append("id", Value.of(job.id()));
    out.append("status", Value.of(status));
    out.append("dry_run", Value.of(job.options().dryRun()));
    out.append("format", Value.of(job.format()));
    out.append("realm", Value.of(job.realm()));
    out.append("source", Value.of(job.source()));
    out.append("records", Value.of(job.records()));
    out.append("summary", TallySummary.of(tally));
    out.append("created_at", Value.of(job.createdAt().toString()));
    out.append(
        "completed_at", job.completedAt().map(at -> Value.of(at.toString())).orElse(Value.NULL));
    out.append("actor", Value.of(job.provenance().actor().wireName()));
    out.append("origin", Value.of(job.provenance().origin().wireName()));
    job.provenance().publicId().ifPresent(id -> out.append("public_id", Value.of(id)));
    job.provenance().externalId().ifPresent(id -> out.append("external_id", Value.of(id)));
    job.times().expiresAt().ifPresent(at -> out.append("expires_at", Value.of(at.toString())));
    submission.ifPresent(
        known -> out.append("node", known.node().<Value>map(Value::of).orElse(Value.NULL)));
    return out.build();
  }
}
