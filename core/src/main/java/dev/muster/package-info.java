/**
 * The import engine. {@link dev.muster.ChunkImport} runs the stages match, decide, apply and report
 * for a chunk of records.
 */
@NullMarked
package dev.muster;

import org.jspecify.annotations.NullMarked;
