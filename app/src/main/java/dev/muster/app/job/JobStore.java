package dev.muster.app.job;

import dev.muster.match.RepeatLedger;
import dev.muster.report.Tally;
import dev.muster.user.Key;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The port to where imports are on record. Every method takes part in a running transaction. */
public interface JobStore {

  /** The cursor of {@link #page(JobFilter, long, int)} for the latest jobs. */
  long LATEST = Long.MAX_VALUE;

  /** The cursor of {@link #page(Job, ResultFilter, long, int)} for the first results. */
  long START = -1;

  /**
   * Puts a job on record; its number is given by the store and the one passed in is ignored.
   *
   * @return the job; an earlier one of another id if its actor has used its idempotency key for the
   *     realm before, be it for the same input or another one
   */
  Job create(Job job);

  /** The job of an id, or of a public id. */
  Optional<Job> find(String id);

  /** Jobs whose ids begin with a text, the latest first. */
  List<Job> startingWith(String beginning, int limit);

  /**
   * Jobs, the latest first.
   *
   * @param before only those with a smaller number; {@link #LATEST} for all
   */
  List<Job> page(JobFilter filter, long before, int limit);

  /** How many jobs there are of a kind, and how many records they have. */
  JobTotals totals(JobFilter filter);

  /** The latest unfinished import of the same input of which the same was asked. */
  Optional<Job> unfinished(String digest, String format, String realm, JobOptions options);

  /**
   * Moves a job into another state, if {@link JobState#mayBecome} allows that at this moment; a
   * finished state gets the time, and ends a request to stop.
   *
   * @return false if the state it is in does not allow it, or it is deleted; nothing is changed
   */
  boolean transition(Job job, JobState state, Instant at);

  /**
   * Asks whoever is at work on a job, or will be, to stop.
   *
   * @return false if it is finished, or was asked to stop for good and is to pause now; nothing is
   *     changed
   */
  boolean requestStop(Job job, StopRequest request);

  /** What was asked for and has not been obeyed yet. */
  Optional<StopRequest> stopRequested(Job job);

  /** Takes back that a job is to pause, because it is to go on. */
  void withdrawPause(Job job);

  /** Says from when on a job may be deleted. */
  void expireAt(Job job, Instant time);

  /** Finished jobs that expired before a time. */
  List<Job> expired(Instant time, int limit);

  void save(Job job, JobChunk chunk, Map<Key, RepeatLedger.Entry> claims);

  /** How many chunks are done; they are those with the numbers below. */
  int chunksDone(Job job);

  /**
   * The start of the last chunk on record whose place in the input is known; empty if there is
   * none.
   */
  Optional<ChunkMark> lastMark(Job job);

  /** The sums over what is done. */
  Tally tally(Job job);

  /** What earlier chunks took of these values. */
  Map<Key, RepeatLedger.Entry> claims(Job job, Collection<Key> keys);

  /** Hands out the chunks in order, one at a time; only those with problems if so asked. */
  void chunks(Job job, boolean onlyProblems, Consumer<JobChunk> reader);

  /**
   * Results that fit a filter, in the input's order, found without reading the input.
   *
   * @param after only those of records with a greater index; {@link #START} for all
   * @param limit at most so many
   */
  ResultPage page(Job job, ResultFilter filter, long after, int limit);

  /** Of how many records there are problems, by the problems' wire names. */
  Map<String, Long> problemCounts(Job job);

  /** Drops what is done of a job that starts again. */
  void forgetChunks(Job job);

  /**
   * Takes a job off the record: it is found no more, and {@link #purge} deletes all that is kept of
   * it.
   *
   * @return false if it was off the record already
   */
  boolean hide(Job job, Instant at);

  /**
   * Deletes a bounded portion of what is kept of hidden jobs.
   *
   * @return false when nothing is left of any
   */
  boolean purge();
}
