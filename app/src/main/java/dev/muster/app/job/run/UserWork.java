package dev.muster.app.job.run;

import dev.muster.app.format.SurveyedInput;
import dev.muster.app.job.Job;
import dev.muster.app.job.JobStore;
import dev.muster.apply.Directory;
import dev.muster.match.RepeatLedger;
import dev.muster.prepare.Claim;
import dev.muster.prepare.Prepared;
import dev.muster.report.RecordResult;
import dev.muster.user.Key;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Imports chunks of users. */
final class UserWork implements ChunkWork {

  private final ChunkEngine engine;
  private final SurveyedInput input;
  private final Directory directory;

  UserWork(ChunkEngine engine, SurveyedInput input, Directory directory) {
    this.engine = engine;
    this.input = input;
    this.directory = directory;
  }

  @Override
  public Done carryOut(PreparedChunk chunk, JobStore log, Job job) {
    Set<Key> suspects = suspects(chunk.records());
    RepeatLedger ledger = new RepeatLedger(suspects::contains, log.claims(job, suspects));
    List<RecordResult> results = engine.run(chunk.records(), directory, ledger);
    return new Done(ChunkWork.done(chunk, results, job), ledger);
  }

  private Set<Key> suspects(List<Prepared> records) {
    Set<Key> suspects = new HashSet<>();
    for (Prepared record : records) {
      if (record instanceof Prepared.Ready ready) {
        for (Claim claim : ready.candidate().claims()) {
          if (claim.inFile() && input.mayRepeat(claim.key())) {
            suspects.add(claim.key());
          }
        }
      }
    }
    return suspects;
  }
}
