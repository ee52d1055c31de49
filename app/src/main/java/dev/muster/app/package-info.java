/** The composition root: the only place that depends on all other packages. */
@NullMarked
package dev.muster.app;

import org.jspecify.annotations.NullMarked;
