/** The users of a directory, their login ids, realms, and keys. */
@NullMarked
package dev.muster.user;

import org.jspecify.annotations.NullMarked;
