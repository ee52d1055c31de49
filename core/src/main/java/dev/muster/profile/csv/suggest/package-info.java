/** Guesses which mapping fits a table, from the names of its columns and from its cells. */
@NullMarked
package dev.muster.profile.csv.suggest;

import org.jspecify.annotations.NullMarked;
