/** Formats: read records from the bytes of an input, and write rejects. */
@NullMarked
package dev.muster.app.format;

import org.jspecify.annotations.NullMarked;
