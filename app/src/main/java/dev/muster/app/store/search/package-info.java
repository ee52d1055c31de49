/** Finds users by a search index that is brought up to date behind imports. */
@NullMarked
package dev.muster.app.store.search;

import org.jspecify.annotations.NullMarked;
