package dev.muster.app.job.run;

import dev.muster.app.job.Job;
import dev.muster.app.job.JobStore;
import dev.muster.apply.Directory;
import dev.muster.match.RepeatLedger;
import dev.muster.report.RecordResult;
import dev.muster.user.Key;
import java.util.List;
import java.util.Set;

/** Imports chunks of users. */
final class UserWork implements ChunkWork {

  private final ChunkEngine engine;
  private final Directory directory;

  UserWork(ChunkEngine engine, Directory directory) {
    this.engine = engine;
    this.directory = directory;
  }

  @Override
  public Done carryOut(PreparedChunk chunk, JobStore log, Job job) {
    Set<Key> repeated = chunk.repeated();
    RepeatLedger ledger = new RepeatLedger(repeated::contains, log.claims(job, repeated));
    List<RecordResult> results = engine.run(chunk.records(), directory, ledger);
    return new Done(ChunkWork.done(chunk, results, job), ledger);
  }
}
