package dev.muster.app.job;

/**
 * How much imports are together.
 *
 * @param records of all their inputs
 */
public record JobTotals(long jobs, long records) {}
