/** Pages about imports. */
@NullMarked
package dev.muster.app.console.imports;

import org.jspecify.annotations.NullMarked;
