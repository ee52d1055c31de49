/** Commands about users. */
@NullMarked
package dev.muster.app.cli.users;

import org.jspecify.annotations.NullMarked;
