package dev.muster.app.job.run;

import dev.muster.app.format.RestAuthBatch;
import dev.muster.app.job.Job;
import dev.muster.app.job.JobChunk;
import dev.muster.app.job.JobStore;
import dev.muster.match.RepeatLedger;
import dev.muster.report.RecordResult;
import java.util.List;

/** Carries out a RestAuth document: services, then users, then groups. */
final class RestAuthWork implements ChunkWork {

  private final RestAuthServices services;
  private final RestAuthUsers users;
  private final RestAuthGroups groups;
  private final RestAuthLog log;

  RestAuthWork(
      RestAuthServices services, RestAuthUsers users, RestAuthGroups groups, RestAuthLog log) {
    this.services = services;
    this.users = users;
    this.groups = groups;
    this.log = log;
    log.begin();
  }

  @Override
  public Done carryOut(PreparedChunk chunk, JobStore jobs, Job job) {
    RestAuthBatch batch = (RestAuthBatch) chunk.batch();
    log.section(batch.kind());
    List<RecordResult> results =
        switch (batch.kind()) {
          case SERVICES -> services.carryOut(batch);
          case USERS -> users.carryOut(chunk, jobs, job);
          case GROUPS -> groups.carryOut(batch);
        };
    return new Done(
        new JobChunk(chunk.number(), results, ChunkWork.rejects(results, batch)),
        RepeatLedger.none());
  }

  @Override
  public void end(boolean kept) {
    log.end(kept);
  }
}
