/** The server's certificate. */
@NullMarked
package dev.muster.app.http.tls;

import org.jspecify.annotations.NullMarked;
