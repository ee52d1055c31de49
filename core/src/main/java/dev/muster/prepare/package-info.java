/** Stage 2, prepare: converts a record to a candidate, a list of wishes about one user. */
@NullMarked
package dev.muster.prepare;

import org.jspecify.annotations.NullMarked;
