package dev.muster.app.document;

import dev.muster.app.format.KeptRecords;
import dev.muster.app.job.JobStore;
import dev.muster.app.job.ResultFilter;

/**
 * Which results of an import a report is about.
 *
 * @param after the index of the record after which it begins; {@link JobStore#START} for the first
 * @param limit how many results it has at the most
 * @param kept shows failed records, since the input is not read
 */
public record ResultSelection(ResultFilter filter, long after, long limit, KeptRecords kept) {}
