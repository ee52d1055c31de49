/** Sketches: answers that may err on the safe side, in a fixed amount of memory. */
@NullMarked
package dev.muster.app.bloom;

import org.jspecify.annotations.NullMarked;
