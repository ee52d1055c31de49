/** Commands about password hashes. */
@NullMarked
package dev.muster.app.cli.hash;

import org.jspecify.annotations.NullMarked;
