package dev.muster.app.job;

/**
 * Totals over several imports.
 *
 * @param jobs the number of imports
 * @param records the number of records in all their inputs
 */
public record JobTotals(long jobs, long records) {}
