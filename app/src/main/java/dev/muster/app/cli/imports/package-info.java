/** Commands that import, and those about imports on record. */
@NullMarked
package dev.muster.app.cli.imports;

import org.jspecify.annotations.NullMarked;
