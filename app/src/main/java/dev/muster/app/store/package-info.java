/** Stores the directory and its jobs, in SQLite or PostgreSQL. */
@NullMarked
package dev.muster.app.store;

import org.jspecify.annotations.NullMarked;
