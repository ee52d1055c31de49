/**
 * The shared parts of the dialects. A dialect configures the engine with a preparation, a policy
 * and a view.
 */
@NullMarked
package dev.muster.profile;

import org.jspecify.annotations.NullMarked;
