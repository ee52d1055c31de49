package dev.muster.app.store.check;

import dev.muster.app.job.CommitPolicy;
import dev.muster.app.job.Job;
import dev.muster.app.job.JobState;
import dev.muster.app.store.CheckProgress;
import dev.muster.app.store.Damage;
import dev.muster.app.store.directory.StoredCatalogs;
import dev.muster.app.store.jobs.JdbcJobStore;
import dev.muster.app.store.jobs.StoredChunk;
import dev.muster.app.store.sql.Sql;
import dev.muster.report.Outcome;
import dev.muster.report.RecordResult;
import dev.muster.report.Tally;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Checks the tables about imports: chunks, their counts, and that inserted users still exist unless
 * {@code deleted_users} lists them.
 */
final class JobsCheck {

  private final Sql sql;
  private final Findings findings;
  private final CheckProgress progress;
  private final Predicate<Job> lacksInput;
  private long jobs;
  private long chunks;
  private long chunksOnRecord;

  JobsCheck(Sql sql, Findings findings, CheckProgress progress, Predicate<Job> lacksInput) {
    this.lacksInput = lacksInput;
    this.sql = sql;
    this.findings = findings;
    this.progress = progress;
  }

  void run(long nextUser) {
    chunksOnRecord = sql.number("SELECT count(*) FROM job_chunks");
    Set<String> realms = new HashSet<>(new StoredCatalogs(sql).realmNames());
    new JdbcJobStore(sql).each(job -> check(job, realms, nextUser));
    for (String table :
        List.of(
            "job_chunks",
            "job_problems",
            "job_invitations",
            "mailings",
            "job_claims",
            "job_missing",
            "job_missing_users",
            "submissions")) {
      orphans(table);
    }
  }

  private void check(Job job, Set<String> realms, long nextUser) {
    jobs++;
    if (!realms.contains(job.realm())) {
      findings.add(Damage.UNKNOWN_REALM, "realm " + job.realm() + " in import " + job.id());
    }
    long next = job.firstUser() + job.records();
    if (!job.options().dryRun() && next > nextUser) {
      findings.add(
          Damage.NUMBER_NOT_GIVEN_OUT,
          "up to user " + (next - 1) + " in import " + job.id() + ", next is " + nextUser);
    }
    if (lacksInput.test(job)) {
      findings.add(Damage.MISSING_INPUT, "the input of import " + job.id());
    }
    new OneJob(job).check();
  }

  long jobs() {
    return jobs;
  }

  long chunks() {
    return chunks;
  }

  private void orphans(String table) {
    sql.list(
        "SELECT job, count(*) FROM "
            + table
            + " WHERE job NOT IN (SELECT number FROM jobs) GROUP BY job",
        row -> {
          findings.add(
              Damage.UNKNOWN_IMPORT,
              row.getLong(2),
              "import number " + row.getLong(1) + " in " + table);
          return true;
        });
  }

  /** The chunks of one job, in order. */
  private final class OneJob {

    private static final long UNKNOWN = -1;

    private final Job job;

    /**
     * True for an all-or-nothing import. It is never resumed at a chunk, so its chunks may end
     * anywhere.
     */
    private final boolean cutAnywhere;

    private int next;

    /** The index of the next chunk's first record, if chunks may end anywhere. */
    private long nextIndex;

    OneJob(Job job) {
      this.job = job;
      this.cutAnywhere = job.options().commit() == CommitPolicy.WHOLE;
    }

    void check() {
      // reads the results of one chunk at a time, because they may be large
      sql.each(
          "SELECT number, inserted, updated, skipped, failed, changed, erroneous"
              + " FROM job_chunks WHERE job = ? ORDER BY number",
          row -> {
            progress.reached("results of imports", ++chunks, chunksOnRecord);
            int number = row.getInt(1);
            missing(number);
            next = number + 1;
            check(number, row);
            return true;
          },
          job.number());
      if (job.state() == JobState.COMPLETED) {
        missing(chunksOfAll());
      }
    }

    /** How many chunks a completed job should have; one more than it has if records are missing. */
    private int chunksOfAll() {
      if (cutAnywhere) {
        return nextIndex == UNKNOWN || nextIndex == job.records() ? next : next + 1;
      }
      return (int) ((job.records() + job.chunkSize() - 1) / job.chunkSize());
    }

    private void missing(int end) {
      if (next < end) {
        String which = "chunk " + next + (end - next == 1 ? "" : " to " + (end - 1));
        findings.add(Damage.MISSING_CHUNK, (long) end - next, which + ofImport());
        nextIndex = UNKNOWN;
      }
    }

    private void check(int number, ResultSet tally) throws SQLException {
      String which = "chunk " + number + ofImport();
      List<RecordResult> results;
      try {
        results =
            sql.first(
                    "SELECT "
                        + StoredChunk.COLUMNS
                        + " FROM job_chunks WHERE job = ? AND number = ?",
                    StoredChunk::read,
                    job.number(),
                    number)
                .orElseThrow()
                .results(job.firstUser());
      } catch (IllegalStateException | IllegalArgumentException | IndexOutOfBoundsException e) {
        findings.add(Damage.UNREADABLE_CHUNK, which);
        nextIndex = UNKNOWN;
        return;
      }
      if (!places(number, results)) {
        findings.add(Damage.MISPLACED_CHUNK, which);
      }
      Tally sums = Tally.of(results);
      if (sums.inserted() != tally.getLong(2)
          || sums.updated() != tally.getLong(3)
          || sums.skipped() != tally.getLong(4)
          || sums.failed() != tally.getLong(5)
          || sums.changed() != tally.getLong(6)
          || sums.withProblems() != tally.getLong(7)) {
        findings.add(Damage.WRONG_TALLY, which);
      }
      if (!job.options().dryRun() && sums.inserted() > 0) {
        inserted(results, which);
      }
    }

    private boolean places(int number, List<RecordResult> results) {
      if (results.isEmpty()) {
        return false;
      }
      long first = results.get(0).position().index();
      if (cutAnywhere) {
        boolean follows = nextIndex == UNKNOWN || nextIndex == first;
        nextIndex = first + results.size();
        return follows && results.size() <= job.chunkSize() && nextIndex <= job.records();
      }
      long place = (long) number * job.chunkSize();
      return first == place && results.size() == Math.min(job.chunkSize(), job.records() - place);
    }

    private void inserted(List<RecordResult> results, String which) {
      long first = job.firstUser() + results.get(0).position().index();
      long last = first + results.size() - 1;
      Set<Long> known =
          new HashSet<>(
              sql.list(
                  "SELECT id FROM users WHERE id BETWEEN ? AND ?"
                      + " UNION ALL SELECT id FROM deleted_users WHERE id BETWEEN ? AND ?",
                  row -> row.getLong(1),
                  first,
                  last,
                  first,
                  last));
      for (RecordResult result : results) {
        boolean user = result.outcome() == Outcome.INSERTED && result.userId() != 0;
        if (user && !known.contains(result.userId())) {
          findings.add(Damage.MISSING_USER, findings.user(result.userId()) + " of " + which);
        }
      }
    }

    private String ofImport() {
      return " of import " + job.id();
    }
  }
}
