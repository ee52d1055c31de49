/** Commands about the server: it, and the tokens that it accepts. */
@NullMarked
package dev.muster.app.cli.server;

import org.jspecify.annotations.NullMarked;
