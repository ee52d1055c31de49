/** Stage 5, apply: the port through which a chunk's decisions reach a store. */
@NullMarked
package dev.muster.apply;

import org.jspecify.annotations.NullMarked;
