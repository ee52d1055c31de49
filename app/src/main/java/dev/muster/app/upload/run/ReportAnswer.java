package dev.muster.app.upload.run;

import dev.muster.app.job.Job;

/** The answer to a request for a report. */
public sealed interface ReportAnswer {

  /**
   * It was submitted.
   *
   * @param report mostly pending; failed if none of the file can be imported
   */
  record Submitted(Job report) implements ReportAnswer {}

  /** Nothing was submitted. */
  record Refused(Outdated reason) implements ReportAnswer {}
}
