/** Imports on record and their results as tables. */
@NullMarked
package dev.muster.app.store.jobs;

import org.jspecify.annotations.NullMarked;
