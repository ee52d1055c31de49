package dev.muster.app.job;

import java.util.List;

/**
 * Says of which uploaded file an import is a report. A dry run is a simulation, another import an
 * execution. Such imports keep all their records, not only those that fail.
 *
 * @param upload the number of the file
 * @param lines the lines that the import's records have in the file, if it has only some of the
 *     file's records; otherwise empty
 */
public record ReportOf(long upload, List<Long> lines) {

  public ReportOf {
    lines = List.copyOf(lines);
  }

  /** A report of all records of a file. */
  public static ReportOf whole(long upload) {
    return new ReportOf(upload, List.of());
  }
}
