/** Splits and parses inputs whose records are JSON objects. */
@NullMarked
package dev.muster.app.format.json;

import org.jspecify.annotations.NullMarked;
