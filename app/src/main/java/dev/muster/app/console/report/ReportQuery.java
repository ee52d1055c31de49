package dev.muster.app.console.report;

import dev.muster.app.console.page.Link;
import dev.muster.app.console.page.PageProblem;
import dev.muster.app.console.page.Visit;
import dev.muster.app.job.JobStore;
import dev.muster.app.upload.run.RowFilter;
import dev.muster.report.Outcome;

/**
 * Which rows of a report are wanted.
 *
 * @param outcome an outcome's wire name, {@link #CHANGED}, {@link #UNCHANGED}, or an empty text
 * @param code a problem's wire name, or an empty text
 * @param text what the rows contain, or an empty text
 * @param after only rows after the one with this index
 */
public record ReportQuery(String outcome, String code, String text, long after) {

  /** Updates that changed their user. */
  public static final String CHANGED = "changed";

  /** Updates that changed nothing. */
  public static final String UNCHANGED = "unchanged";

  private static final int TEXT_MAX = 300;

  static ReportQuery of(Visit visit) throws PageProblem {
    return new ReportQuery(
        visit.query("outcome"), visit.query("code"), visit.query("q"), after(visit.query("after")));
  }

  private static long after(String number) throws PageProblem {
    if (number.isEmpty()) {
      return JobStore.START;
    }
    try {
      return Long.parseLong(number);
    } catch (NumberFormatException e) {
      throw PageProblem.badQuery();
    }
  }

  /** The failed rows from a place on. */
  static ReportQuery failed(Visit visit) throws PageProblem {
    return new ReportQuery(
        Outcome.FAILED.wireName(),
        visit.query("code"),
        visit.query("q"),
        after(visit.query("after")));
  }

  /** Whether only some rows are wanted. */
  public boolean isFilter() {
    return !outcome.isEmpty() || !code.isEmpty() || !text.isEmpty();
  }

  RowFilter filter() throws PageProblem {
    RowFilter filter = RowFilter.ALL;
    if (outcome.equals(CHANGED) || outcome.equals(UNCHANGED)) {
      filter = filter.with(Outcome.UPDATED).withChanged(outcome.equals(CHANGED));
    } else if (!outcome.isEmpty()) {
      filter = filter.with(named(outcome));
    }
    filter = code.isEmpty() ? filter : filter.withCode(code);
    return text.isEmpty()
        ? filter
        : filter.withText(text.substring(0, Math.min(text.length(), TEXT_MAX)));
  }

  private static Outcome named(String wireName) throws PageProblem {
    for (Outcome each : Outcome.values()) {
      if (each.wireName().equals(wireName)) {
        return each;
      }
    }
    throw PageProblem.badQuery();
  }

  /** The address of the rows after one. */
  String next(String href, long index) {
    return Link.to(href)
        .with("outcome", outcome)
        .with("code", code)
        .with("q", text)
        .with("after", Long.toString(index))
        .href();
  }
}
