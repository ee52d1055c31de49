/** Commands about realms, roles, groups, services and the journal. */
@NullMarked
package dev.muster.app.cli.directory;

import org.jspecify.annotations.NullMarked;
