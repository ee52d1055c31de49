package dev.muster.app.format;

/**
 * A place in an input where a record starts, from which its records can be read without those
 * before it. It holds for the input that it was taken from, surveyed with the same options.
 *
 * @param byteOffset of the record, in the expanded bytes of the input, where its format knows it;
 *     for JSON that is not UTF-8, in the text as UTF-8; else 0
 * @param line of the record, as {@link dev.muster.read.Position#line} has it
 * @param recordIndex of the record, from 0
 */
public record InputMark(long byteOffset, long line, long recordIndex) {}
