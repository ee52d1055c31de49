/** Reads a whole directory and tells where its tables contradict each other. */
@NullMarked
package dev.muster.app.store.check;

import org.jspecify.annotations.NullMarked;
