/** Text for terminals: colours, progress bars, summaries. */
@NullMarked
package dev.muster.app.cli.text;

import org.jspecify.annotations.NullMarked;
