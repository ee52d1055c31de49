/** JSON-shaped data: what a record's fields and a user's attributes are made of. */
@NullMarked
package dev.muster.value;

import org.jspecify.annotations.NullMarked;
