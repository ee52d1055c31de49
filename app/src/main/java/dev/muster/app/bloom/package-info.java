/** Bloom filters: sets in a fixed amount of memory, with false positives. */
@NullMarked
package dev.muster.app.bloom;

import org.jspecify.annotations.NullMarked;
