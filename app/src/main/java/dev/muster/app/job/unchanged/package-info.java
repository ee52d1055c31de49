/**
 * Skips records that were already applied: a record whose fingerprint is stored with its user would
 * change nothing, so it is not parsed.
 */
@NullMarked
package dev.muster.app.job.unchanged;

import org.jspecify.annotations.NullMarked;
