package dev.muster.read;

import dev.muster.value.Struct;

/**
 * A record as its source has it.
 *
 * @param fields by the source's names; a table's cells by column name, missing cells absent
 */
public record SourceRecord(Position position, Struct fields) {}
