/** Stored passwords: encoded hashes, the schemes that read them, and limits on their cost. */
@NullMarked
package dev.muster.password;

import org.jspecify.annotations.NullMarked;
