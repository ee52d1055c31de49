/** Authgear's User Import API. */
@NullMarked
package dev.muster.app.http.authgear;

import org.jspecify.annotations.NullMarked;
