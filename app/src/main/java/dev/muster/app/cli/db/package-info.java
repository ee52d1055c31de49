/** Commands about the database. */
@NullMarked
package dev.muster.app.cli.db;

import org.jspecify.annotations.NullMarked;
