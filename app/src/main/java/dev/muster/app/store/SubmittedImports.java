package dev.muster.app.store;

import dev.muster.app.job.Job;
import dev.muster.apply.StoreUnavailable;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Imports that a worker carries out: their inputs, which are kept with the database, and who is at
 * work. Every method takes part in a running transaction. For one thread.
 */
public interface SubmittedImports {

  /** What workers hash together before an import begins; empty where they don't. */
  Optional<SharedHashes> hashes();

  /**
   * Takes in the input of a job that is not on record yet. Outside of a transaction, which a large
   * input might keep open for long.
   *
   * @param jobId the id that the job will have
   * @param input the bytes as they came; not closed
   * @throws IOException if they can't be read or kept
   */
  IncomingInput receive(String jobId, InputStream input) throws IOException;

  /** What is known of a job's submission; empty for a job that was not submitted. */
  Optional<Submission> find(Job job);

  /**
   * The input of a job from its start; empty if it was deleted.
   *
   * @throws StoreUnavailable if it can't be read
   */
  Optional<InputStream> input(Job job);

  /** Notes that a worker is at work on a job. */
  void taken(Job job, String node);

  /**
   * Notes that the worker gives a job back, to be tried again.
   *
   * @param reason for people; null if nothing went wrong
   */
  void givenBack(Job job, @Nullable String reason);

  /** Asks the worker that has a job to stop, and all others to leave it alone. */
  void cancel(Job job);

  /** Takes a job off the queue, unless a worker has it. */
  void withdraw(Job job);

  /** Puts a job that is pending again at its place in the queue; workers hear of it. */
  void requeue(Job job);

  /** Tells those who watch that a job has changed. */
  void changed(Job job);

  /** An input that was taken in. Closed without a job, it is dropped. */
  interface IncomingInput extends Closeable {

    /**
     * Puts the job into the queue, with this input; workers hear of it at the commit.
     *
     * @param job on record already, in the same transaction
     * @throws IOException if the input can't be read to its end
     */
    void addTo(Job job) throws IOException;
  }
}
