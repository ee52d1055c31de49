/** What happened to an import's records, for people and for programs. */
@NullMarked
package dev.muster.app.report;

import org.jspecify.annotations.NullMarked;
