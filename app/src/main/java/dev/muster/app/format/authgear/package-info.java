/** Authgear's records, as a request document or one a line. */
@NullMarked
package dev.muster.app.format.authgear;

import org.jspecify.annotations.NullMarked;
