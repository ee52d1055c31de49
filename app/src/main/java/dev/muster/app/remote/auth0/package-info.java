/** A client of Auth0's Management API, as far as imports of users need it. */
@NullMarked
package dev.muster.app.remote.auth0;

import org.jspecify.annotations.NullMarked;
