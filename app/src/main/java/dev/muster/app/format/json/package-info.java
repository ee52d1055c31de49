/** Records that are JSON objects, cut out of their input and read. */
@NullMarked
package dev.muster.app.format.json;

import org.jspecify.annotations.NullMarked;
