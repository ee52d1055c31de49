/** The dialect of Auth0's user records. */
@NullMarked
package dev.muster.profile.auth0;

import org.jspecify.annotations.NullMarked;
