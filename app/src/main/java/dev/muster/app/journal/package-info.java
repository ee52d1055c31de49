/** The journal: who changed what in a directory, and when. */
@NullMarked
package dev.muster.app.journal;

import org.jspecify.annotations.NullMarked;
