/** Users with their keys, realms, roles, groups and services as tables, alike on every database. */
@NullMarked
package dev.muster.app.store.directory;

import org.jspecify.annotations.NullMarked;
