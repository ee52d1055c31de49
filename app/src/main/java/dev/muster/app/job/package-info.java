/** Imports on record: what is kept about each, and the port to where it is kept. */
@NullMarked
package dev.muster.app.job;

import org.jspecify.annotations.NullMarked;
