package dev.muster.report;

import dev.muster.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * One attribute of a user that becomes different. Secrets appear as the name of their scheme, or as
 * true where they have none.
 *
 * @param attribute its path in the user's document: {@code email}, {@code attributes.name}
 * @param before null when there was no value
 * @param after null when there is none any more
 */
public record Change(String attribute, @Nullable Value before, @Nullable Value after) {}
