package dev.muster.app.cli.session;

import dev.muster.app.format.UsageProblem;
import dev.muster.app.job.Job;
import dev.muster.app.settings.SettingsProblem;
import dev.muster.app.store.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds imports by their ids on the command line. */
public final class ImportNames {

  private static final String PREFIX = "imp_";
  private static final int NAMED_MAX = 5;

  private ImportNames() {}

  /**
   * The import of an id or id prefix.
   *
   * @throws UsageProblem if there is none, or more than one
   */
  public static Job job(String id, CliSession session) throws SettingsProblem, UsageProblem {
    Session store = session.storeToRead();
    Optional<Job> exact = store.jobs().find(id);
    if (exact.isPresent()) {
      return exact.get();
    }
    List<Job> fitting = new ArrayList<>(store.jobs().startingWith(id, NAMED_MAX + 1));
    fitting.addAll(store.jobs().startingWith(PREFIX + id, NAMED_MAX + 1));
    if (fitting.isEmpty()) {
      throw new UsageProblem(
          "there is no import " + id + ": see " + session.command("imports list"));
    }
    if (fitting.size() > 1) {
      throw new UsageProblem(
          "more than one import begins with "
              + id
              + ": "
              + fitting.stream().limit(NAMED_MAX).map(Job::id).collect(Collectors.joining(", ")));
    }
    return fitting.get(0);
  }
}
