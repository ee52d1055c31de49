package dev.muster.profile;

import dev.muster.decide.Policy;
import dev.muster.prepare.Preparation;
import java.util.Set;

/**
 * A dialect set up for one input: everything that the engine needs to know about it.
 *
 * @param preparation how its records become candidates
 * @param policy how it decides
 * @param view how it shows records in reports
 * @param lookups paths of attributes whose values this input uses as keys although the realm does
 *     not declare them unique, such as {@code attributes.given_name}
 */
public record Dialect(
    Preparation preparation, Policy policy, RecordView view, Set<String> lookups) {

  public Dialect {
    lookups = Set.copyOf(lookups);
  }
}
