/** Workers: processes that run the imports submitted to a shared directory. */
@NullMarked
package dev.muster.app.worker;

import org.jspecify.annotations.NullMarked;
