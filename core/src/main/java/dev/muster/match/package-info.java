/** Stage 3, match: candidates meet the users that the directory already has. */
@NullMarked
package dev.muster.match;

import org.jspecify.annotations.NullMarked;
