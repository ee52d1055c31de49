/** The Authgear dialect: record schema, update behaviours, warnings. */
@NullMarked
package dev.muster.profile.authgear;

import org.jspecify.annotations.NullMarked;
