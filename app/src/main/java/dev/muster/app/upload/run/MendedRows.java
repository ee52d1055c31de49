package dev.muster.app.upload.run;

import dev.muster.app.job.Job;
import dev.muster.app.job.JobFilter;
import dev.muster.app.job.JobStore;
import dev.muster.app.job.ReportOf;
import dev.muster.app.job.ResultFilter;
import dev.muster.app.job.ResultPage;
import dev.muster.app.store.Session;
import dev.muster.app.upload.UploadedFile;
import dev.muster.report.Outcome;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the failed records of executions that were run again with edited cells, so that they are
 * not run twice. Records of simulations can be simulated as often as somebody likes.
 */
public final class MendedRows {

  /** Further reports of a file are too old to matter. */
  private static final int REPORTS_MAX = 1000;

  private final Session store;

  /** The mended records of a directory's reports, by a session for reading. */
  public MendedRows(Session store) {
    this.store = store;
  }

  /**
   * What became of a record that was run again.
   *
   * @param report the report of the mended record
   * @param outcome empty while it waits, or is carried out
   */
  public record Again(Job report, Optional<Outcome> outcome) {}

  /**
   * Those of some records that were run again, by their lines. Records that share a line with
   * another one, as in a JSON text without line ends, are not told apart: they are not among them.
   *
   * @param rows records of {@code report}
   */
  public Map<Long, Again> of(UploadedFile file, Job report, Collection<ReportRow> rows) {
    Map<Long, Again> found = new HashMap<>();
    Map<Long, ReportRow> failed = new HashMap<>();
    rows.stream()
        .filter(row -> row.outcome() == Outcome.FAILED)
        .forEach(row -> failed.put(row.line(), row));
    if (report.options().dryRun() || failed.isEmpty()) {
      return found;
    }
    for (Job mend :
        store.jobs().page(JobFilter.ALL.ofUpload(file.number()), JobStore.LATEST, REPORTS_MAX)) {
      if (mend.number() <= report.number()) {
        break;
      }
      if (isAfter(mend, report)) {
        add(mend, failed.keySet(), found);
      }
    }
    found.keySet().removeIf(line -> sharesLine(report, failed.get(line)));
    return found;
  }

  /** Whether the record before or after a record is on the same line. */
  private boolean sharesLine(Job report, @Nullable ReportRow row) {
    List<Long> lines = report.provenance().report().map(ReportOf::lines).orElse(List.of());
    if (row == null || !lines.isEmpty()) {
      return row == null || lines.stream().filter(line -> line == row.line()).count() > 1;
    }
    return store.jobs().page(report, ResultFilter.ALL, row.index() - 2, 3).items().stream()
        .map(item -> item.result().position())
        .anyMatch(other -> other.index() != row.index() && other.line() == row.line());
  }

  private static boolean isAfter(Job mend, Job report) {
    return !mend.options().dryRun()
        && mend.provenance().parent().isPresent()
        && mend.provenance().parent().getAsLong() == report.number();
  }

  private void add(Job mend, Collection<Long> lines, Map<Long, Again> found) {
    List<Long> own = mend.provenance().report().map(ReportOf::lines).orElse(List.of());
    for (int index = 0; index < own.size(); index++) {
      if (lines.contains(own.get(index)) && !found.containsKey(own.get(index))) {
        Optional<Outcome> outcome = outcome(mend, index);
        // a report that was cancelled or has failed may not have come to the record
        if (outcome.isPresent() || !mend.state().finished()) {
          found.put(own.get(index), new Again(mend, outcome));
        }
      }
    }
  }

  private Optional<Outcome> outcome(Job mend, long index) {
    return store.jobs().page(mend, ResultFilter.ALL, index - 1, 1).items().stream()
        .map(ResultPage.Item::result)
        .filter(result -> result.position().index() == index)
        .map(result -> result.outcome())
        .findFirst();
  }
}
