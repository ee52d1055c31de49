package dev.muster.app.store.jobs;

import dev.muster.app.job.ChunkMark;
import dev.muster.app.job.Job;
import dev.muster.app.job.JobChunk;
import dev.muster.app.job.JobFilter;
import dev.muster.app.job.JobOptions;
import dev.muster.app.job.JobState;
import dev.muster.app.job.JobStore;
import dev.muster.app.job.JobTotals;
import dev.muster.app.job.Provenance;
import dev.muster.app.job.ReportOf;
import dev.muster.app.job.ResultFilter;
import dev.muster.app.job.ResultPage;
import dev.muster.app.job.StopRequest;
import dev.muster.app.job.missing.MissingLog;
import dev.muster.app.json.JsonText;
import dev.muster.app.store.Mailings;
import dev.muster.app.store.sql.Conditions;
import dev.muster.app.store.sql.Sql;
import dev.muster.match.RepeatLedger;
import dev.muster.report.Tally;
import dev.muster.user.Key;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** Jobs in the table {@code jobs}, and their details in the tables {@code job_…}. */
public final class JdbcJobStore implements JobStore {

  private static final int JOBS_AT_ONCE = 1000;

  private final Sql sql;
  private final ChunkTable chunks;
  private final ResultPages pages;
  private final JobPurge purge;
  private final MissingTable missing;
  private final BooleanSupplier afterDeletions;

  /** Jobs for reading only: nothing may be deleted. */
  public JdbcJobStore(Sql sql) {
    this(sql, job -> {}, () -> false);
  }

  /**
   * All jobs of a database.
   *
   * @param beforeDeletion deletes a job's data in other tables and files, by its number
   * @param afterDeletions deletes a portion of the uploaded files without reports; false if nothing
   *     is left
   */
  public JdbcJobStore(Sql sql, LongConsumer beforeDeletion, BooleanSupplier afterDeletions) {
    this.sql = sql;
    this.chunks = new ChunkTable(sql);
    this.pages = new ResultPages(sql);
    this.missing = new MissingTable(sql);
    this.purge = new JobPurge(sql, beforeDeletion);
    this.afterDeletions = afterDeletions;
  }

  @Override
  public Job create(Job job) {
    Provenance from = job.provenance();
    int made =
        sql.execute(
            """
            INSERT INTO jobs (id, state, format, realm, source, path, digest, host, options,
                              records, first_user, chunk_size, created_at, expires_at, actor,
                              origin, public_id, external_id, idempotency_key, parent, header,
                              upload, lines)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (actor, realm, idempotency_key) WHERE idempotency_key IS NOT NULL
            DO NOTHING""",
            job.id(),
            job.state().wireName(),
            job.format(),
            job.realm(),
            job.source(),
            job.path().orElse(null),
            job.digest(),
            job.host(),
            JsonText.of(job.options().toStruct()),
            job.records(),
            job.firstUser(),
            job.chunkSize(),
            job.createdAt().toEpochMilli(),
            job.times().expiresAt().map(Instant::toEpochMilli).orElse(null),
            from.actor().wireName(),
            from.origin().wireName(),
            from.publicId().orElse(null),
            from.externalId().orElse(null),
            from.idempotencyKey().orElse(null),
            from.parent().isPresent() ? from.parent().getAsLong() : null,
            JobRow.headerText(job.input().header()),
            from.report().map(ReportOf::upload).orElse(null),
            from.report().map(file -> JobRow.linesText(file.lines())).orElse(null));
    return made > 0
        ? find(job.id()).orElseThrow()
        : first(
                "actor = ? AND realm = ? AND idempotency_key = ?",
                from.actor().wireName(),
                job.realm(),
                from.idempotencyKey().orElseThrow())
            .orElseThrow();
  }

  @Override
  public Optional<Job> find(String id) {
    return first("(id = ? OR public_id = ?) AND deleted_at IS NULL", id, id);
  }

  private Optional<Job> first(String where, Object... parameters) {
    return sql.first(
        "SELECT " + JobRow.COLUMNS + " FROM jobs WHERE " + where, JobRow::read, parameters);
  }

  @Override
  public List<Job> startingWith(String beginning, int limit) {
    return list(
        "deleted_at IS NULL AND substr(id, 1, ?) = ? ORDER BY number DESC LIMIT ?",
        beginning.length(),
        beginning,
        limit);
  }

  @Override
  public List<Job> page(JobFilter filter, long before, int limit) {
    Conditions where = JobRow.where(filter).and("number < ?", before);
    return list(where + " ORDER BY number DESC LIMIT ?", where.parameters(limit));
  }

  private List<Job> list(String where, Object... parameters) {
    return sql.list(
        "SELECT " + JobRow.COLUMNS + " FROM jobs WHERE " + where, JobRow::read, parameters);
  }

  /** Passes all jobs to {@code reader}, the latest first. */
  public void each(Consumer<Job> reader) {
    List<Job> some = page(JobFilter.ALL, LATEST, JOBS_AT_ONCE);
    while (!some.isEmpty()) {
      some.forEach(reader);
      some = page(JobFilter.ALL, some.get(some.size() - 1).number(), JOBS_AT_ONCE);
    }
  }

  @Override
  public JobTotals totals(JobFilter filter) {
    Conditions where = JobRow.where(filter);
    return sql.first(
            "SELECT count(*), coalesce(sum(records), 0) FROM jobs WHERE " + where,
            row -> new JobTotals(row.getLong(1), row.getLong(2)),
            where.parameters())
        .orElseThrow();
  }

  @Override
  public List<Job> unfinished(String digest, String format, String realm, JobOptions options) {
    return list(
            "digest = ? AND format = ? AND realm = ? AND deleted_at IS NULL AND state IN ("
                + JobRow.names(JobState.allUnfinished())
                + ") ORDER BY number DESC",
            digest,
            format,
            realm)
        .stream()
        .filter(job -> job.options().askTheSame(options))
        .toList();
  }

  /** Compare-and-set: false if the stored state has changed meanwhile. */
  @Override
  public boolean transition(Job job, JobState state, Instant at) {
    return sql.execute(
            "UPDATE jobs SET state = ?, completed_at = ?"
                + (state == JobState.RUNNING ? "" : ", wanted = NULL")
                + " WHERE number = ? AND deleted_at IS NULL AND state IN ("
                + JobRow.names(state.previous())
                + ")",
            state.wireName(),
            state.finished() ? at.toEpochMilli() : null,
            job.number())
        > 0;
  }

  @Override
  public boolean requestStop(Job job, StopRequest request) {
    return sql.execute(
            "UPDATE jobs SET wanted = ? WHERE number = ? AND deleted_at IS NULL AND state IN ("
                + JobRow.names(JobState.allUnfinished())
                + ") AND (wanted IS NULL OR wanted IN (?, ?))",
            request.wireName(),
            job.number(),
            StopRequest.PAUSE.wireName(),
            request.wireName())
        > 0;
  }

  @Override
  public Optional<StopRequest> stopRequested(Job job) {
    return sql.first(
        "SELECT wanted FROM jobs WHERE number = ? AND wanted IS NOT NULL",
        row -> StopRequest.named(row.getString(1)),
        job.number());
  }

  @Override
  public void withdrawPause(Job job) {
    sql.execute(
        "UPDATE jobs SET wanted = NULL WHERE number = ? AND wanted = ?",
        job.number(),
        StopRequest.PAUSE.wireName());
  }

  @Override
  public void expireAt(Job job, Instant time) {
    sql.execute(
        "UPDATE jobs SET expires_at = ? WHERE number = ?", time.toEpochMilli(), job.number());
  }

  @Override
  public List<Job> expired(Instant time, int limit) {
    long late = time.minus(Mailings.PATIENCE).toEpochMilli();
    return list(JobPurge.EXPIRED, time.toEpochMilli(), late, late, limit);
  }

  @Override
  public void save(Job job, JobChunk chunk, Map<Key, RepeatLedger.Entry> claims) {
    chunks.save(job, chunk, claims);
  }

  @Override
  public int chunksDone(Job job) {
    return chunks.count(job);
  }

  @Override
  public Optional<ChunkMark> lastMark(Job job) {
    return chunks.lastMark(job);
  }

  @Override
  public Tally tally(Job job) {
    return chunks.tally(job);
  }

  @Override
  public Map<Long, Tally> tallies(Collection<Job> jobs) {
    return chunks.tallies(jobs);
  }

  @Override
  public Map<Key, RepeatLedger.Entry> claims(Job job, Collection<Key> keys) {
    return chunks.claims(job, keys);
  }

  @Override
  public void chunks(Job job, boolean onlyProblems, Consumer<JobChunk> reader) {
    chunks.each(job, onlyProblems, reader);
  }

  @Override
  public Map<String, Long> problemCounts(Job job) {
    return chunks.problemCounts(job);
  }

  @Override
  public void forgetChunks(Job job) {
    chunks.forget(job);
  }

  @Override
  public ResultPage page(Job job, ResultFilter filter, long after, int limit) {
    return pages.page(job, filter, after, limit);
  }

  @Override
  public MissingLog missing() {
    return missing;
  }

  @Override
  public boolean hide(Job job, Instant at) {
    return purge.hide(job, at);
  }

  @Override
  public boolean purge() {
    return purge.portion() || afterDeletions.getAsBoolean();
  }
}
