/** Pages that show the directory: users, roles, groups, realms, services and the journal. */
@NullMarked
package dev.muster.app.console.directory;

import org.jspecify.annotations.NullMarked;
