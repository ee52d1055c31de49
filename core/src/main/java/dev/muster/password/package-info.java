/** What a stored password is: an encoded hash, the scheme that understands it, and its cost. */
@NullMarked
package dev.muster.password;

import org.jspecify.annotations.NullMarked;
