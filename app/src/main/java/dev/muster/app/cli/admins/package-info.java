/** Commands about the administrators of the console. */
@NullMarked
package dev.muster.app.cli.admins;

import org.jspecify.annotations.NullMarked;
