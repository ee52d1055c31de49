/** Formats: how the bytes of an input become records, and rejects become a file again. */
@NullMarked
package dev.muster.app.format;

import org.jspecify.annotations.NullMarked;
