/**
 * The engine. {@link dev.muster.ChunkImport} conducts one chunk of records through all six stages.
 */
@NullMarked
package dev.muster;

import org.jspecify.annotations.NullMarked;
