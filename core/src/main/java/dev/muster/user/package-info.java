/** Who lives in the directory: users, their login ids, realms, and the keys that find them. */
@NullMarked
package dev.muster.user;

import org.jspecify.annotations.NullMarked;
