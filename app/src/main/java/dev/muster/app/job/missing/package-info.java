/**
 * Users who are missing from an import's input: what is to be done about them, and what was found.
 */
@NullMarked
package dev.muster.app.job.missing;

import org.jspecify.annotations.NullMarked;
