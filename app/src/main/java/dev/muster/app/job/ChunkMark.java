package dev.muster.app.job;

/**
 * Where a chunk on record starts in the input of its job.
 *
 * @param chunk its number
 * @param byteOffset of its first record, in the decoded input
 * @param line of that record
 * @param recordIndex of that record
 */
public record ChunkMark(int chunk, long byteOffset, long line, long recordIndex) {}
