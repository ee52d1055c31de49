package dev.muster.app.job.run;

import dev.muster.app.format.SurveyedInput;
import dev.muster.app.job.Job;
import dev.muster.report.Tally;

/**
 * A finished import.
 *
 * @param job the job, completed or failed
 * @param tally the counts over all its records
 * @param input the input, to read records again for a report
 */
public record FinishedImport(Job job, Tally tally, SurveyedInput input) {}
