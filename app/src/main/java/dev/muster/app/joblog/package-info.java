/** Imports on record: what is kept about each, and the port to where it is kept. */
@NullMarked
package dev.muster.app.joblog;

import org.jspecify.annotations.NullMarked;
