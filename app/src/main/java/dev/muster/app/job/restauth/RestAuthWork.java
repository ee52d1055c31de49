package dev.muster.app.job.restauth;

import dev.muster.app.format.RecordBatch;
import dev.muster.app.format.restauth.RestAuthFormat;
import dev.muster.app.format.restauth.RestAuthReading;
import dev.muster.app.format.restauth.RestAuthSection.Kind;
import dev.muster.app.job.Job;
import dev.muster.app.job.JobStore;
import dev.muster.app.job.run.ChunkWork;
import dev.muster.app.job.run.FormatWork;
import dev.muster.app.job.run.ImportAttempt;
import dev.muster.app.job.run.PreparedChunk;
import dev.muster.match.RepeatLedger;
import dev.muster.profile.restauth.RestAuthOptions;
import dev.muster.report.RecordResult;
import java.util.List;
import java.util.function.Supplier;

/** Imports RestAuth documents: services, then users, then groups. */
public final class RestAuthWork implements FormatWork {

  private final Supplier<RestAuthReading> reading;
  private final RestAuthLog log;

  /**
   * Creates the work.
   *
   * @param reading the hash parser and password hasher
   * @param log receives the messages of restauth-import
   */
  public RestAuthWork(Supplier<RestAuthReading> reading, RestAuthLog log) {
    this.reading = reading;
    this.log = log;
  }

  @Override
  public String format() {
    return RestAuthFormat.NAME;
  }

  @Override
  public ChunkWork begin(ImportAttempt attempt) {
    RestAuthOptions options = RestAuthOptions.of(attempt.job().options().formatOptions());
    log.begin();
    return new Sections(
        new RestAuthServices(
            attempt.store().services(), reading.get().asked(options), options, log),
        new RestAuthUsers(attempt, options, log),
        new RestAuthGroups(attempt, options, log),
        log);
  }

  /** One attempt at a document. */
  private record Sections(
      RestAuthServices services, RestAuthUsers users, RestAuthGroups groups, RestAuthLog log)
      implements ChunkWork {

    @Override
    public Done carryOut(PreparedChunk chunk, JobStore jobs, Job job) {
      RecordBatch batch = chunk.batch();
      Kind kind = Kind.of(batch.section());
      log.section(kind);
      List<RecordResult> results =
          switch (kind) {
            case SERVICES -> services.carryOut(batch);
            case USERS -> users.carryOut(chunk, jobs, job);
            case GROUPS -> groups.carryOut(batch);
          };
      return new Done(ChunkWork.done(chunk, results, job), RepeatLedger.none());
    }

    @Override
    public void end(boolean kept) {
      log.end(kept);
    }
  }
}
