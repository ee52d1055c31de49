/** Stage 1, read: bytes have become records with a position; unreadable ones are values too. */
@NullMarked
package dev.muster.read;

import org.jspecify.annotations.NullMarked;
