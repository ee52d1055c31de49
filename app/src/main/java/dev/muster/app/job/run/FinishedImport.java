package dev.muster.app.job.run;

import dev.muster.app.format.SurveyedInput;
import dev.muster.app.job.Job;
import dev.muster.report.Tally;

/**
 * An import that has come to its end.
 *
 * @param job on record, completed or failed
 * @param tally the sums over all its records
 * @param input to read its records again for a report
 */
public record FinishedImport(Job job, Tally tally, SurveyedInput input) {}
