/** The search of {@code muster hash solve}: how a hash was made, given its password. */
@NullMarked
package dev.muster.app.hash.search;

import org.jspecify.annotations.NullMarked;
