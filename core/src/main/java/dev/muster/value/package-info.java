/** JSON values, of which a record's fields and a user's attributes consist; digests of bytes. */
@NullMarked
package dev.muster.value;

import org.jspecify.annotations.NullMarked;
