package dev.muster.report;

import dev.muster.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A changed attribute of a user. A secret is replaced by the name of its scheme, or by true if it
 * has none.
 *
 * @param attribute its path in the user's document: {@code email}, {@code attributes.name}
 * @param before the old value; null if there was none
 * @param after the new value; null if it was removed
 */
public record Change(String attribute, @Nullable Value before, @Nullable Value after) {}
