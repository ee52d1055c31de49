package dev.muster.app.upload;

import dev.muster.app.job.Job;
import dev.muster.apply.StoreUnavailable;
import dev.muster.value.Struct;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Stores uploaded files with their bytes. All methods except {@link #receive} take part in a
 * running transaction. For one thread.
 */
public interface Uploads {

  /** The cursor of {@link #page} for the latest files. */
  long LATEST = Long.MAX_VALUE;

  /**
   * Stores the bytes of a file that is not on record yet. Call it outside transactions.
   *
   * @param id the id that the file will have
   * @param bytes a file that stays as it is; it may be linked instead of copied
   * @throws StoreUnavailable if the bytes can't be stored
   */
  IncomingFile receive(String id, Path bytes);

  /** The file with an id. */
  Optional<UploadedFile> find(String id);

  /** The file with a number. */
  Optional<UploadedFile> find(long number);

  /**
   * Files, the latest first.
   *
   * @param realms only files for one of these realms; empty for all files
   * @param before only those with a smaller number; {@link #LATEST} for all
   */
  List<UploadedFile> page(Optional<Set<String>> realms, long before, int limit);

  /** Records how a file is read now. False if it was deleted. */
  boolean change(UploadedFile file);

  /**
   * Makes other transactions that want to lock or to delete the file wait for the end of this one.
   * False if it was deleted.
   */
  boolean lock(UploadedFile file);

  /**
   * A stream of a file's bytes; empty if they were deleted.
   *
   * @throws StoreUnavailable if they can't be read
   */
  Optional<InputStream> open(UploadedFile file);

  /** A file of this machine with the bytes; empty if they are stored otherwise, or deleted. */
  Optional<Path> path(UploadedFile file);

  /**
   * Marks a file as deleted. It is not found any more. Its bytes are deleted by {@link
   * dev.muster.app.job.JobStore#purge}, after its reports.
   *
   * @return false if it was marked already
   */
  boolean hide(UploadedFile file, Instant at);

  /**
   * Records that a simulation is being executed.
   *
   * @param jobId the id of the job that executes it
   * @return false, without effect, if a job executes it already
   */
  boolean execute(Job simulation, String jobId);

  /** The id of the job that executes a simulation. */
  Optional<String> executionOf(Job simulation);

  /** Records the cells of the header row that a worker has found in the file of a report. */
  void recordHeader(Job report, List<String> header);

  /** Records the state of the directory with which a simulation begins. */
  void mark(Job simulation, Struct state);

  /** The state of the directory with which a simulation began; empty before that. */
  Optional<Struct> mark(Job simulation);

  /** The received bytes of a file. They are deleted on close, unless the file was put on record. */
  interface IncomingFile extends Closeable {

    /**
     * Puts the file on record.
     *
     * @return the file with its number
     * @throws IOException if the bytes can't be read
     */
    UploadedFile add(UploadedFile file) throws IOException;
  }
}
