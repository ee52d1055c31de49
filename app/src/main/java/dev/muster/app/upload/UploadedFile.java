package dev.muster.app.upload;

import dev.muster.app.job.JobOptions;
import dev.muster.app.journal.Actor;
import java.time.Instant;
import java.util.Optional;

/**
 * A file that was uploaded to be imported.
 *
 * @param number its number in the store
 * @param id its public id: {@code upl_} and 12 characters that can't be guessed
 * @param realm the name of the realm that its users go to
 * @param filename as its sender named it
 * @param bytes its size
 * @param digest SHA-256 of its bytes, hexadecimal
 * @param options the options of its imports, without settings; they are no dry run
 * @param actor who uploaded it
 */
public record UploadedFile(
    long number,
    String id,
    String realm,
    String filename,
    Reading reading,
    long bytes,
    String digest,
    JobOptions options,
    Actor actor,
    Instant createdAt) {

  /**
   * How a file is read.
   *
   * @param format the name of its format, chosen or detected
   * @param charset its character encoding, chosen or detected; empty if it is no text
   * @param rows the number of its records; a table's header counts as one
   */
  public record Reading(String format, Optional<String> charset, long rows) {}

  public String format() {
    return reading.format();
  }

  public Optional<String> charset() {
    return reading.charset();
  }

  public long rows() {
    return reading.rows();
  }

  /** The same file, read in another way. */
  public UploadedFile with(Reading otherReading, JobOptions otherOptions) {
    return new UploadedFile(
        number, id, realm, filename, otherReading, bytes, digest, otherOptions, actor, createdAt);
  }
}
