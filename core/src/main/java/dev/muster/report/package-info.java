/** Stage 6, report: the result of every record, and the counts. */
@NullMarked
package dev.muster.report;

import org.jspecify.annotations.NullMarked;
