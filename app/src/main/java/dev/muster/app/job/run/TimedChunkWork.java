package dev.muster.app.job.run;

import dev.muster.app.job.Job;
import dev.muster.app.job.JobStore;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Measures how long each chunk takes, without its commit.
 *
 * @param times receives the time of each chunk
 */
record TimedChunkWork(ChunkWork work, Consumer<Duration> times) implements ChunkWork {

  @Override
  public Done carryOut(PreparedChunk chunk, JobStore log, Job job) {
    long begun = System.nanoTime();
    Done done = work.carryOut(chunk, log, job);
    times.accept(Duration.ofNanos(System.nanoTime() - begun));
    return done;
  }

  @Override
  public void end(boolean kept) {
    work.end(kept);
  }
}
