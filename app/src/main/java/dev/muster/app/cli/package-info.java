/** The command line. */
@NullMarked
package dev.muster.app.cli;

import org.jspecify.annotations.NullMarked;
