package dev.muster.app.upload.run;

import dev.muster.app.job.Job;
import dev.muster.app.job.JobStore;
import dev.muster.app.job.ResultFilter;
import dev.muster.app.job.ResultPage;
import dev.muster.app.store.Database;
import dev.muster.app.store.Session;
import dev.muster.report.RecordResult;
import java.io.IOException;
import java.util.OptionalLong;

/**
 * Reads the results of a report part by part. Each part has a session of its own, which is closed
 * before the part is passed on: whoever receives it may be slow, and sessions are few. Memory is
 * bounded, because a part ends where it becomes costly. Thread-safe.
 *
 * @param report whose results these are
 */
record ReportParts(Database database, Job report) {

  private static final int MOST_AT_ONCE = 8_000;

  /** Receives results with their records. */
  interface Reader {

    /**
     * Receives a result.
     *
     * @param source the record as its source had it; empty if that is unknown
     */
    void read(RecordResult result, byte[] source) throws IOException;
  }

  /**
   * Passes results on, in the file's order. If the import is running, those that it adds meanwhile
   * may be among them.
   *
   * @throws IOException if the reader does, or if the report was deleted meanwhile
   */
  void each(ResultFilter filter, Reader reader) throws IOException {
    each(filter, Long.MAX_VALUE, reader);
  }

  /**
   * Passes results on, in the file's order.
   *
   * @param last the index of the last record whose result is passed on
   * @throws IOException if the reader does, or if the report was deleted meanwhile
   */
  void each(ResultFilter filter, long last, Reader reader) throws IOException {
    OptionalLong after = OptionalLong.of(JobStore.START);
    while (after.isPresent() && after.getAsLong() < last) {
      ResultPage part = part(filter, after.getAsLong());
      for (ResultPage.Item item : part.items()) {
        if (item.result().position().index() <= last) {
          reader.read(item.result(), item.source());
        }
      }
      after = part.next();
    }
  }

  private ResultPage part(ResultFilter filter, long after) throws IOException {
    try (Session session = database.openReading()) {
      ResultPage part = session.jobs().page(report, filter, after, MOST_AT_ONCE);
      if (session.jobs().find(report.id()).isEmpty()) {
        throw new IOException("report " + report.id() + " was deleted while it was read");
      }
      return part;
    }
  }
}
