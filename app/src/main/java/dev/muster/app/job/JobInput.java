package dev.muster.app.job;

import java.util.List;
import java.util.Optional;

/**
 * The input of an import, and how its records are divided into chunks and numbered.
 *
 * @param format the format's name
 * @param realm the name of the realm that the users go to
 * @param source the display name of the input
 * @param path the file that can be read again; empty for standard input
 * @param digest SHA-256 of the input's bytes on disk, hexadecimal
 * @param host the machine that the input belongs to
 * @param header the cells of a table's header row; empty for other inputs
 * @param records the number of records in the input
 * @param firstUser record n creates the user with the number {@code firstUser + n}
 * @param chunkSize the most records in a chunk
 */
public record JobInput(
    String format,
    String realm,
    String source,
    Optional<String> path,
    String digest,
    String host,
    List<String> header,
    long records,
    long firstUser,
    int chunkSize) {

  public JobInput {
    header = List.copyOf(header);
  }

  /** The same input with another header row. */
  public JobInput withHeader(List<String> cells) {
    return new JobInput(
        format, realm, source, path, digest, host, cells, records, firstUser, chunkSize);
  }

  /** The same input with another first user. */
  public JobInput startingWithUser(long number) {
    return new JobInput(
        format, realm, source, path, digest, host, header, records, number, chunkSize);
  }
}
