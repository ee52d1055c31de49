package dev.muster.app.store;

import java.util.List;

/**
 * The result of a directory check: how many rows it read, and what is wrong with them.
 *
 * @param keys rows of {@code login_keys}
 * @param findings empty for a clean directory
 */
public record CheckReport(long users, long keys, long jobs, long chunks, List<Finding> findings) {

  public CheckReport {
    findings = List.copyOf(findings);
  }

  /**
   * One kind of damage.
   *
   * @param first descriptions of the first few cases, without any user's data
   */
  public record Finding(Damage kind, long count, List<String> first) {

    public Finding {
      first = List.copyOf(first);
    }
  }
}
