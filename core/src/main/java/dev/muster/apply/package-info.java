/** Stage 5, apply: the interface through which a chunk's decisions are written to a store. */
@NullMarked
package dev.muster.apply;

import org.jspecify.annotations.NullMarked;
