/** Stage 1, read: the parsed records of an input, including those that can't be read. */
@NullMarked
package dev.muster.read;

import org.jspecify.annotations.NullMarked;
