/** The command {@code users import}, which behaves like that of Auth0's command line. */
@NullMarked
package dev.muster.app.cli.auth0;

import org.jspecify.annotations.NullMarked;
