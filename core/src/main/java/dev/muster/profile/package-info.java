/**
 * What the dialects share: a profile is a mapping, a policy and small functions over the engine.
 */
@NullMarked
package dev.muster.profile;

import org.jspecify.annotations.NullMarked;
