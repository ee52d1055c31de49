/** The page of a report of an uploaded file: its progress, its rows, and mending them. */
@NullMarked
package dev.muster.app.console.report;

import org.jspecify.annotations.NullMarked;
