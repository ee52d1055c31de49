package dev.muster.user;

/**
 * A hash of a record's text and of everything else that decides what the record means. Two equal
 * fingerprints are of the same record, but for a chance of one in 2⁶⁴.
 *
 * @param bits a keyed hash, any value
 */
public record RecordFingerprint(long bits) {}
