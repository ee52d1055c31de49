package dev.muster.profile;

import dev.muster.decide.Policy;
import dev.muster.prepare.Preparation;
import java.util.Set;

/**
 * A dialect, configured for one input.
 *
 * @param preparation converts records to candidates
 * @param policy the rules for decisions
 * @param view renders records in reports
 * @param lookups paths of attributes whose values this input uses as keys although the realm does
 *     not declare them unique, such as {@code attributes.given_name}
 * @param invites whether records can ask for a mail to their user to choose a password
 */
public record Dialect(
    Preparation preparation, Policy policy, RecordView view, Set<String> lookups, boolean invites) {

  /** A dialect whose records ask for no mail. */
  public Dialect(Preparation preparation, Policy policy, RecordView view, Set<String> lookups) {
    this(preparation, policy, view, lookups, false);
  }

  public Dialect {
    lookups = Set.copyOf(lookups);
  }
}
