/** The HTTP server: listening, routes, errors. Each API has a package below. */
@NullMarked
package dev.muster.app.http;

import org.jspecify.annotations.NullMarked;
