package dev.muster.app.job;

import dev.muster.ChunkImport;
import dev.muster.app.format.RecordBatch;
import dev.muster.app.format.SurveyedInput;
import dev.muster.app.joblog.Job;
import dev.muster.app.joblog.JobChunk;
import dev.muster.app.joblog.JobLog;
import dev.muster.apply.Directory;
import dev.muster.match.RepeatLedger;
import dev.muster.prepare.Claim;
import dev.muster.prepare.Prepared;
import dev.muster.report.Outcome;
import dev.muster.report.RecordResult;
import dev.muster.user.Key;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Carries out one chunk of a job and puts it on record; both in the caller's transactions. */
final class ChunkWork {

  private final ChunkImport engine;
  private final SurveyedInput input;
  private final Directory directory;

  ChunkWork(ChunkImport engine, SurveyedInput input, Directory directory) {
    this.engine = engine;
    this.input = input;
    this.directory = directory;
  }

  /**
   * Does to the directory what the chunk asks for.
   *
   * @param log where the claims of earlier chunks of the job are
   */
  Done carryOut(PreparedChunk chunk, JobLog log, Job job) {
    RepeatLedger ledger =
        new RepeatLedger(input::mayRepeat, log.claims(job, suspects(chunk.records())));
    List<RecordResult> results = engine.run(chunk.records(), directory, ledger);
    return new Done(new JobChunk(chunk.number(), results, rejects(results, chunk.batch())), ledger);
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

  private static List<byte[]> rejects(List<RecordResult> results, RecordBatch batch) {
    List<byte[]> rejects = new ArrayList<>(0);
    for (int place = 0; place < results.size(); place++) {
      if (results.get(place).outcome() == Outcome.FAILED) {
        rejects.add(batch.source(place));
      }
    }
    return rejects;
  }

  /**
   * A chunk carried out.
   *
   * @param ledger holds what the chunk claimed
   */
  record Done(JobChunk chunk, RepeatLedger ledger) {

    void save(JobLog log, Job job) {
      log.save(job, chunk, ledger.added());
    }
  }
}
