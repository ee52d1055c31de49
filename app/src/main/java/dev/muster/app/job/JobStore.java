package dev.muster.app.job;

import dev.muster.app.job.missing.MissingLog;
import dev.muster.match.RepeatLedger;
import dev.muster.report.Tally;
import dev.muster.user.Key;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Stores recorded imports. All methods take part in a running transaction. */
public interface JobStore {

  /** The cursor of {@link #page(JobFilter, long, int)} for the latest jobs. */
  long LATEST = Long.MAX_VALUE;

  /** The cursor of {@link #page(Job, ResultFilter, long, int)} for the first results. */
  long START = -1;

  /**
   * Creates a job. The store assigns its number; the given one is ignored.
   *
   * @return the new job; or, if the same actor has used the idempotency key in the same realm
   *     before, the job of that time, which has another id and may have another input
   */
  Job create(Job job);

  /** The job with an id or a public id. */
  Optional<Job> find(String id);

  /** Jobs whose ids start with a prefix, the latest first. */
  List<Job> startingWith(String beginning, int limit);

  /**
   * Jobs, the latest first.
   *
   * @param before only those with a smaller number; {@link #LATEST} for all
   */
  List<Job> page(JobFilter filter, long before, int limit);

  /** The number of jobs that match a filter, and of their records. */
  JobTotals totals(JobFilter filter);

  /**
   * The unfinished imports of the same input with the same options, except settings; the latest
   * first.
   */
  List<Job> unfinished(String digest, String format, String realm, JobOptions options);

  /**
   * Changes a job's state if {@link JobState#mayBecome} allows it from the stored state. A final
   * state sets the completion time and clears a stop request.
   *
   * @return false, without effect, if the stored state does not allow it or the job is deleted
   */
  boolean transition(Job job, JobState state, Instant at);

  /**
   * Stores a request to stop, for the process that runs the job or will run it.
   *
   * @return false, without effect, if the job is finished, or if it is to pause and a request to
   *     cancel is stored
   */
  boolean requestStop(Job job, StopRequest request);

  /** The pending stop request, if any. */
  Optional<StopRequest> stopRequested(Job job);

  /** Withdraws a request to pause, because the job is to be resumed. */
  void withdrawPause(Job job);

  /** Sets the time from which a job may be deleted. */
  void expireAt(Job job, Instant time);

  /** Finished jobs that expired before a time. */
  List<Job> expired(Instant time, int limit);

  void save(Job job, JobChunk chunk, Map<Key, RepeatLedger.Entry> claims);

  /** The number of completed chunks. They have the numbers from 0 to one below it. */
  int chunksDone(Job job);

  /** The start of the last completed chunk whose place in the input is known; empty if none is. */
  Optional<ChunkMark> lastMark(Job job);

  /** The counts over the completed chunks. */
  Tally tally(Job job);

  /** The counts of some jobs over their completed chunks, by the jobs' numbers. */
  Map<Long, Tally> tallies(Collection<Job> jobs);

  /** Entries of the repeat ledger that earlier chunks stored for these keys. */
  Map<Key, RepeatLedger.Entry> claims(Job job, Collection<Key> keys);

  /**
   * Passes the chunks to {@code reader} in order, one at a time.
   *
   * @param onlyProblems whether to skip chunks without problems, and to leave out records that did
   *     not fail
   */
  void chunks(Job job, boolean onlyProblems, Consumer<JobChunk> reader);

  /**
   * Results that match a filter, in the input's order, found without reading the input.
   *
   * @param after only those of records with a greater index; {@link #START} for all
   * @param limit the most results to return
   */
  ResultPage page(Job job, ResultFilter filter, long after, int limit);

  /** The number of records that have a problem, or a warning with a code, by its wire name. */
  Map<String, Long> problemCounts(Job job);

  /** Deletes the results of a job that starts again. */
  void forgetChunks(Job job);

  /** Users who are missing from the inputs of jobs. */
  MissingLog missing();

  /**
   * Marks a job as deleted. It is not found any more, and {@link #purge} deletes its data.
   *
   * @return false if it was marked already
   */
  boolean hide(Job job, Instant at);

  /**
   * Deletes a bounded portion of the data of jobs that are marked as deleted.
   *
   * @return false if nothing is left to delete
   */
  boolean purge();
}
