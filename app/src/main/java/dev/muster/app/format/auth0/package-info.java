/** Auth0's user records, as an array or one a line. */
@NullMarked
package dev.muster.app.format.auth0;

import org.jspecify.annotations.NullMarked;
