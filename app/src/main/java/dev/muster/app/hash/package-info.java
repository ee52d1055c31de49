/**
 * The password schemes: how each encoding is taken apart, what it costs, and how it is verified.
 */
@NullMarked
package dev.muster.app.hash;

import org.jspecify.annotations.NullMarked;
