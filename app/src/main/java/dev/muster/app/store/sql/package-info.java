/** SQL over JDBC for one thread: transactions, rows, writes in batches; and bytes in columns. */
@NullMarked
package dev.muster.app.store.sql;

import org.jspecify.annotations.NullMarked;
