package dev.muster.user;

/**
 * A hash of a record's text and of everything else that determines its meaning. The probability
 * that different records have the same fingerprint is 2⁻⁶⁴.
 *
 * @param bits a keyed hash, any value
 */
public record RecordFingerprint(long bits) {}
