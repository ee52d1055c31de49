/**
 * Recipes: how a hash was composed of digests, derived keys, salts and peppers. A recipe is a text
 * in a grammar of its own, such as {@code bcrypt(hex(sha256(password)))}; docs/hashes.md has the
 * grammar.
 */
@NullMarked
package dev.muster.app.hash.recipe;

import org.jspecify.annotations.NullMarked;
