package dev.muster.read;

import dev.muster.value.Struct;

/**
 * A parsed record of an input.
 *
 * @param fields the fields by the input's names; for a table, the cells by column name, without
 *     missing cells
 */
public record SourceRecord(Position position, Struct fields) {}
