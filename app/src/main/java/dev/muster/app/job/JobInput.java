package dev.muster.app.job;

import java.util.List;
import java.util.Optional;

/**
 * What an import reads, and how it is cut and numbered.
 *
 * @param format the format's name
 * @param realm the name of the realm that the users go to
 * @param source a name of the input for people
 * @param path where the input can be read again; empty for standard input
 * @param digest SHA-256 of the input's bytes on disk, hexadecimal
 * @param host the machine that the input belongs to
 * @param header the cells of a table's header row; empty for other inputs
 * @param records how many the input has
 * @param firstUser record n creates the user with the number {@code firstUser + n}
 * @param chunkSize records a chunk; some may have fewer
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
}
