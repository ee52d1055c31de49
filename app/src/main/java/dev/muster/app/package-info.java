/** The composition root: the only place that knows every adapter. */
@NullMarked
package dev.muster.app;

import org.jspecify.annotations.NullMarked;
