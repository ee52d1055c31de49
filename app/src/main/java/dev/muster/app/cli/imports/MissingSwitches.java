package dev.muster.app.cli.imports;

import dev.muster.app.cli.session.Candidates;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.job.JobOptions;
import dev.muster.app.job.missing.MissingAction;
import dev.muster.app.job.missing.MissingLimit;
import dev.muster.app.job.missing.MissingOptions;
import dev.muster.app.job.missing.MissingSelection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@code muster import} about users who are missing from the input. */
final class MissingSwitches {

  @Option(
      names = "--missing",
      paramLabel = "ACTION",
      completionCandidates = Actions.class,
      description = {
        "What to do about users of the realm whom no record matches: report, disable or",
        "delete. The last two make the import all or nothing. Default: nothing."
      })
  private @Nullable String missing;

  @Option(
      names = "--missing-limit",
      paramLabel = "LIMIT",
      description = {
        "How many may be missing to be disabled or deleted, as 5%% or 20. If more are missing,",
        "nothing is imported. Default: 5%%."
      })
  private @Nullable String limit;

  @Option(
      names = "--missing-among",
      paramLabel = "WHO",
      description = {
        "Look only at users who have an external id of a source (source=NAME), a role",
        "(role=KEY) or a group (group=KEY). Default: all users of the realm."
      })
  private @Nullable String among;

  /** Adds these options to those of a job, if they are given. */
  JobOptions addedTo(JobOptions options) throws UsageProblem {
    if (missing == null) {
      if (limit != null || among != null) {
        throw new UsageProblem(
            (limit != null ? "--missing-limit" : "--missing-among")
                + " needs --missing report, disable or delete");
      }
      return options;
    }
    return options.with(new MissingOptions(action(missing), limit(), among()));
  }

  private static MissingAction action(String name) throws UsageProblem {
    return MissingAction.named(name)
        .orElseThrow(
            () ->
                new UsageProblem(
                    "--missing is one of "
                        + String.join(", ", MissingAction.wireNames())
                        + ", not "
                        + name));
  }

  private MissingLimit limit() throws UsageProblem {
    return limit == null
        ? MissingLimit.DEFAULT
        : MissingLimit.parse(limit)
            .orElseThrow(
                () ->
                    new UsageProblem(
                        "--missing-limit is a percentage from 0% to 100%, or a number of users"
                            + " such as 20, not "
                            + limit));
  }

  private Optional<MissingSelection> among() throws UsageProblem {
    if (among == null) {
      return Optional.empty();
    }
    Optional<MissingSelection> selection = MissingSelection.parse(among);
    if (selection.isEmpty()) {
      throw new UsageProblem("--missing-among is source=NAME, role=KEY or group=KEY, not " + among);
    }
    return selection;
  }

  /** The actions, for completion. */
  static final class Actions extends Candidates {
    Actions() {
      super("report", "disable", "delete");
    }
  }
}
