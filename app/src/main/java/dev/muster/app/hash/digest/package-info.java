/** Schemes of plain and keyed digests, and the digests themselves. */
@NullMarked
package dev.muster.app.hash.digest;

import org.jspecify.annotations.NullMarked;
