/** Reasons why records and inputs are rejected, with stable codes. */
@NullMarked
package dev.muster.problem;

import org.jspecify.annotations.NullMarked;
