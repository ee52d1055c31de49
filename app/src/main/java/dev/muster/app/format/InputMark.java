package dev.muster.app.format;

/**
 * The position of a record in an input, at which reading can start. Valid only for the same input,
 * surveyed with the same options.
 *
 * @param byteOffset the record's offset in the decompressed input, in bytes; for JSON that is not
 *     UTF-8, its offset in the text as UTF-8; 0 if the format does not provide it
 * @param line the record's line, as in {@link dev.muster.read.Position#line}
 * @param recordIndex the record's index, from 0
 */
public record InputMark(long byteOffset, long line, long recordIndex) {}
