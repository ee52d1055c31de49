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

  /** Puts a job on record; its number is given by the store and the one passed in is ignored. */
  Job create(Job job);

  Optional<Job> find(String id);

  /** All jobs, the latest first. */
  List<Job> all();

  /** The latest unfinished import of the same input of which the same was asked. */
  Optional<Job> unfinished(String digest, String format, String realm, JobOptions options);

  /** Notes how far a job is; a finished state gets the time too. */
  void state(Job job, JobState state, Instant at);

  void save(Job job, JobChunk chunk, Map<Key, RepeatLedger.Entry> claims);

  /** How many chunks are done; they are those with the numbers below. */
  int chunksDone(Job job);

  /** The sums over what is done. */
  Tally tally(Job job);

  /** What earlier chunks took of these values. */
  Map<Key, RepeatLedger.Entry> claims(Job job, Collection<Key> keys);

  /** Hands out the chunks in order, one at a time; only those with problems if so asked. */
  void chunks(Job job, boolean onlyProblems, Consumer<JobChunk> reader);

  /** Drops what is done of a job that starts again. */
  void forgetChunks(Job job);

  /** Takes a job off the record, results and all. */
  void delete(Job job);
}
