package dev.muster.user;

/**
 * Stands for a record and all that decides, beside the record itself, what it comes to. Two equal
 * ones are of the same record but for one chance in 2⁶⁴.
 *
 * @param bits a keyed hash, any value
 */
public record Imprint(long bits) {}
