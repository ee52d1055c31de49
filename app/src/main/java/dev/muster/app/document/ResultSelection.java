package dev.muster.app.document;

import dev.muster.app.format.KeptRecords;
import dev.muster.app.job.JobStore;
import dev.muster.app.job.ResultFilter;

/**
 * The results of an import that a report includes.
 *
 * @param after includes only records with a greater index; {@link JobStore#START} for all
 * @param limit the most results
 * @param kept renders failed records, because the input is not read
 */
public record ResultSelection(ResultFilter filter, long after, long limit, KeptRecords kept) {

  /** Whether it includes all results. */
  public boolean isEverything() {
    return filter.equals(ResultFilter.ALL) && after == JobStore.START && limit == Long.MAX_VALUE;
  }
}
