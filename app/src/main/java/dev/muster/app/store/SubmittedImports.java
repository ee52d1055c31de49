package dev.muster.app.store;

import dev.muster.app.job.Job;
import dev.muster.app.upload.UploadedFile;
import dev.muster.apply.StoreUnavailable;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Imports that were submitted to workers: their inputs, which are stored with the database, and
 * their state. All methods except {@link #receive} and {@link #adopt} take part in a running
 * transaction. For one thread.
 */
public interface SubmittedImports {

  /**
   * Password hashes that nodes compute together before an import begins; empty if the store does
   * not support that.
   */
  Optional<SharedHashes> hashes();

  /**
   * Receives the input of a job that does not exist yet. Call it outside transactions, because a
   * large input takes long.
   *
   * @param jobId the id that the job will have
   * @param input the original bytes; not closed
   * @throws IOException if the input can't be read or stored
   */
  IncomingInput receive(String jobId, InputStream input) throws IOException;

  /**
   * Takes a temporary file over as the input of a job that does not exist yet, without copying it.
   * The file keeps its path, too, until its owner deletes it. Call it outside transactions.
   *
   * @param jobId the id that the job will have
   * @param temporary nobody else may change it
   * @return empty if that is impossible here: then {@link #receive} stores a copy
   * @throws StoreUnavailable if the file can't be stored
   */
  Optional<IncomingInput> adopt(String jobId, Path temporary);

  /**
   * Makes the bytes of an uploaded file the input of a job that does not exist yet, without storing
   * them again, if possible. Call it outside transactions.
   *
   * @param jobId the id that the job will have
   * @throws StoreUnavailable if they can't be shared
   */
  IncomingInput share(String jobId, UploadedFile file);

  /**
   * Waits for running transactions that have called this, so that the submitted imports which this
   * transaction counts stay the same until it adds one.
   */
  void awaitTurn();

  /** The submission of a job; empty if the job was not submitted. */
  default Optional<Submission> find(Job job) {
    return Optional.ofNullable(find(List.of(job)).get(job.number()));
  }

  /** The submissions of those of some jobs that were submitted, by the jobs' numbers. */
  Map<Long, Submission> find(Collection<Job> jobs);

  /**
   * A stream of a job's input; empty if the input was deleted.
   *
   * @throws StoreUnavailable if it can't be read
   */
  Optional<InputStream> input(Job job);

  /**
   * The input of a job as a file of this machine, which can be read in place; empty if it is stored
   * otherwise, or deleted.
   */
  Optional<Path> file(Job job);

  /** Records that a worker has started to run a job. */
  void taken(Job job, String node);

  /**
   * Records that the worker that ran a job gives it back for a retry, or why its input can't be
   * imported.
   *
   * @param reason a message for the operator; null if nothing went wrong
   */
  void givenBack(Job job, @Nullable String reason);

  /** Requests the cancellation of a job. A worker that runs it stops; others won't start it. */
  void cancel(Job job);

  /** Removes a job from the queue, unless a worker is running it. */
  void withdraw(Job job);

  /** Returns a withdrawn job, which is pending again, to its place in the queue. */
  void requeue(Job job);

  /** Notifies observers that a job has changed. */
  void changed(Job job);

  /** A received input. It is deleted on close, unless a job was added. */
  interface IncomingInput extends Closeable {

    /**
     * Adds the job to the queue, with this input. Workers are notified at the commit.
     *
     * @param job created before, in the same transaction
     * @throws IOException if the input can't be read completely
     */
    void addTo(Job job) throws IOException;
  }
}
