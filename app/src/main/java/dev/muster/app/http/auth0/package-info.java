/** The part of Auth0's Management API that imports users: jobs and connections. */
@NullMarked
package dev.muster.app.http.auth0;

import org.jspecify.annotations.NullMarked;
