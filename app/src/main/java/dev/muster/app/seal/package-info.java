/**
 * How a record is known again that a user has been shaped by already: the record's imprint, and the
 * seal that ties it to the user's row.
 */
@NullMarked
package dev.muster.app.seal;

import org.jspecify.annotations.NullMarked;
