/** Directories in SQLite files. */
@NullMarked
package dev.muster.app.store.sqlite;

import org.jspecify.annotations.NullMarked;
