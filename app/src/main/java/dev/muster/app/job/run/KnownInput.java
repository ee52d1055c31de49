package dev.muster.app.job.run;

/**
 * A stored input that was surveyed before.
 *
 * @param format its format's name
 * @param realm the name of the realm that the users go to
 * @param source its display name
 * @param digest SHA-256 of its bytes on disk, hexadecimal
 * @param records the number of its records
 */
public record KnownInput(String format, String realm, String source, String digest, long records) {}
