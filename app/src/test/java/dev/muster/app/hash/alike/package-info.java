/**
 * Why different hashes of one scheme fit the same password by right: for the fuzz test, which holds
 * every other changed text that still fits for a fault.
 */
@NullMarked
package dev.muster.app.hash.alike;

import org.jspecify.annotations.NullMarked;
