/**
 * The registry of password schemes, the encoders of new passwords, and RestAuth's names of schemes.
 */
@NullMarked
package dev.muster.app.hash;

import org.jspecify.annotations.NullMarked;
