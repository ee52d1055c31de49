package dev.muster.app.job;

import java.time.Instant;
import java.util.Optional;

/**
 * An import on record.
 *
 * @param number the store's number for it
 * @param id what people and programs call it by: {@code imp_} and 12 characters
 * @param format the format's name
 * @param realm the name of the realm that the users go to
 * @param source how people call the input
 * @param path where the input can be read again; empty for standard input
 * @param digest SHA-256 of the input's bytes on disk, hexadecimal
 * @param host the machine that the input belongs to
 * @param records how many the input has
 * @param firstUser record n creates the user with the number {@code firstUser + n}
 * @param chunkSize records a chunk; the last one may have fewer
 * @param createdAt also the moment that new and changed users carry, so that a resumed import ends
 *     like an undisturbed one
 * @param completedAt empty until it is finished
 */
public record Job(
    long number,
    String id,
    JobState state,
    String format,
    String realm,
    String source,
    Optional<String> path,
    String digest,
    String host,
    JobOptions options,
    long records,
    long firstUser,
    int chunkSize,
    Instant createdAt,
    Optional<Instant> completedAt) {}
