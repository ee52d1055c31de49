/** Stores: where the directory and its jobs are kept. */
@NullMarked
package dev.muster.app.store;

import org.jspecify.annotations.NullMarked;
