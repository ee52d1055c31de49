/** Schemes of PBKDF2, scrypt and Argon2, and these functions themselves. */
@NullMarked
package dev.muster.app.hash.kdf;

import org.jspecify.annotations.NullMarked;
