/** Stage 6, report: what happened to every record, and the sums. */
@NullMarked
package dev.muster.report;

import org.jspecify.annotations.NullMarked;
