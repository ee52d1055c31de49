package dev.muster.app.cli.imports;

import dev.muster.app.cli.session.CliSession;
import dev.muster.app.cli.session.ExitStatus;
import dev.muster.app.cli.session.QuietOption;
import dev.muster.app.cli.session.SchemaObstacle;
import dev.muster.app.cli.session.Times;
import dev.muster.app.cli.text.Numbers;
import dev.muster.app.job.Job;
import dev.muster.app.job.JobFilter;
import dev.muster.app.job.JobState;
import dev.muster.app.job.JobStore;
import dev.muster.app.store.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code muster imports prune}. */
@Command(
    name = "prune",
    sortOptions = false,
    description = {
      "Delete what is kept of old imports: inputs, results and failed records.",
      "Users that they made stay, and the journal keeps that the imports were. Running imports are"
          + " left alone."
    })
public final class ImportsPruneCommand implements Callable<Integer> {

  private static final int JOBS_AT_ONCE = 200;

  private final CliSession session;

  @Option(
      names = "--older-than",
      required = true,
      paramLabel = "TIME",
      converter = Times.Span.class,
      description = "Those that ended, or began if they have not ended, so long ago: 30d, 12h, 2w.")
  private Duration age = Duration.ZERO;

  @Option(
      names = "--state",
      paramLabel = "STATE",
      completionCandidates = StateNames.class,
      converter = StateNames.class,
      description = {
        "Only those in a state; may be repeated.",
        "Default: completed, failed and cancelled."
      })
  private List<JobState> states = List.of();

  @Mixin private final QuietOption quiet = new QuietOption();

  public ImportsPruneCommand(CliSession session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    SchemaObstacle.readable(session.database(), session);
    Session store = session.store();
    session.control().deleteLeftovers();
    Set<JobState> wanted = states.isEmpty() ? JobState.allFinished() : Set.copyOf(states);
    JobFilter filter = JobFilter.ALL.in(wanted).until(Instant.now().minus(age));
    long deleted = 0;
    List<Job> jobs = store.jobs().page(filter, JobStore.LATEST, JOBS_AT_ONCE);
    while (!jobs.isEmpty()) {
      deleted += session.control().deleteAll(jobs);
      long last = jobs.get(jobs.size() - 1).number();
      jobs = store.jobs().page(filter, last, JOBS_AT_ONCE);
    }
    if (!quiet.isGiven()) {
      session
          .out()
          .println(
              deleted == 0
                  ? "No import is that old."
                  : Numbers.count(deleted, "import")
                      + (deleted == 1 ? " was" : " were")
                      + " deleted");
    }
    return ExitStatus.OK;
  }
}
