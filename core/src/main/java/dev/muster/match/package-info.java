/** Stage 3, match: finds the existing users of candidates. */
@NullMarked
package dev.muster.match;

import org.jspecify.annotations.NullMarked;
