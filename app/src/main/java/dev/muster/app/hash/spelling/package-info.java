/** Texts in which systems write hashes of other schemes. */
@NullMarked
package dev.muster.app.hash.spelling;

import org.jspecify.annotations.NullMarked;
