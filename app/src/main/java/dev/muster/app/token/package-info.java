/** Random secrets by which Muster knows a client again. */
@NullMarked
package dev.muster.app.token;

import org.jspecify.annotations.NullMarked;
