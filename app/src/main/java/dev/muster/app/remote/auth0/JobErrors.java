package dev.muster.app.remote.auth0;

import java.util.List;

/**
 * What a server tells about a job's failures.
 *
 * @param rows the rows that failed
 * @param details a failure that is not about rows; empty if there is none
 */
public record JobErrors(List<RowErrors> rows, String details) {

  public JobErrors {
    rows = List.copyOf(rows);
  }
}
