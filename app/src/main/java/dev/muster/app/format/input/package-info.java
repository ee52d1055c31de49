/** The bytes of inputs: files, compression and character sets. */
@NullMarked
package dev.muster.app.format.input;

import org.jspecify.annotations.NullMarked;
