/** Tables of users. */
@NullMarked
package dev.muster.app.format.csv;

import org.jspecify.annotations.NullMarked;
