package dev.muster.app.store;

import java.util.List;

/**
 * What a check of a directory looked at, and what it found wrong.
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
   * @param first the first few in words, without values of users
   */
  public record Finding(Damage kind, long count, List<String> first) {

    public Finding {
      first = List.copyOf(first);
    }
  }
}
