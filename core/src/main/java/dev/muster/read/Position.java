package dev.muster.read;

/**
 * The position of a record in its input.
 *
 * @param index 0-based number of the record over the whole input
 * @param line 1-based: the physical line where a JSON record starts, the record number of a table
 *     row (its header is 1)
 */
public record Position(long index, long line) {}
