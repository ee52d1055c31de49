package dev.muster.app.upload.run;

import java.util.List;
import java.util.OptionalLong;

/**
 * A page of a report.
 *
 * @param columns the columns of the page's rows, in order
 * @param rows may be fewer than asked for, or none, although more follow: the time of a page is
 *     bounded
 * @param next the cursor of the next page; empty at the end
 */
public record ReportPage(List<String> columns, List<ReportRow> rows, OptionalLong next) {

  public ReportPage {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }
}
