/**
 * The web console. Its frame is in {@code console.page}, its pages are in packages of their own.
 */
@NullMarked
package dev.muster.app.console;

import org.jspecify.annotations.NullMarked;
