/**
 * What every command has: the process around it, its output, exit statuses and messages of
 * failures.
 */
@NullMarked
package dev.muster.app.cli.session;

import org.jspecify.annotations.NullMarked;
