/** Recorded imports: their data, and the interface of the store that keeps it. */
@NullMarked
package dev.muster.app.job;

import org.jspecify.annotations.NullMarked;
