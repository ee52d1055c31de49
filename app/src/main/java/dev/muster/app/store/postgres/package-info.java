/** Directories in PostgreSQL databases. */
@NullMarked
package dev.muster.app.store.postgres;

import org.jspecify.annotations.NullMarked;
