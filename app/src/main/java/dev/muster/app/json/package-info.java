/** JSON text to values and back. */
@NullMarked
package dev.muster.app.json;

import org.jspecify.annotations.NullMarked;
