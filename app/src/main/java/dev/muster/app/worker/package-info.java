/** Workers: nodes that carry out the imports that were submitted to a directory they share. */
@NullMarked
package dev.muster.app.worker;

import org.jspecify.annotations.NullMarked;
