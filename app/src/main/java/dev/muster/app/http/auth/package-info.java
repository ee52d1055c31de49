/** Bearer tokens: issued with the directory's own key, verified with trusted keys. */
@NullMarked
package dev.muster.app.http.auth;

import org.jspecify.annotations.NullMarked;
