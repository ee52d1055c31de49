/** Stage 4, decide: a pure function from candidate, match and policy to a decision. */
@NullMarked
package dev.muster.decide;

import org.jspecify.annotations.NullMarked;
