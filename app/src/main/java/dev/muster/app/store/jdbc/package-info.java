/** What the databases have in common: sessions, and a look at a database from outside. */
@NullMarked
package dev.muster.app.store.jdbc;

import org.jspecify.annotations.NullMarked;
