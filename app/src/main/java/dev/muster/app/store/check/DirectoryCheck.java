package dev.muster.app.store.check;

import dev.muster.app.job.Job;
import dev.muster.app.store.CheckProgress;
import dev.muster.app.store.CheckReport;
import dev.muster.app.store.UserIds;
import dev.muster.app.store.sql.Sql;
import java.util.function.Predicate;

/**
 * Checks that the tables of a directory are consistent with each other. It reads every row once, in
 * one snapshot: this needs little memory, doesn't block imports, and never mistakes a running
 * import for damage.
 */
public final class DirectoryCheck {

  private final Sql sql;
  private final CheckProgress progress;
  private final Predicate<Job> lacksInput;

  /**
   * A check of a directory.
   *
   * @param lacksInput whether a job was submitted, is not finished, and its input is lost
   */
  public DirectoryCheck(Sql sql, CheckProgress progress, Predicate<Job> lacksInput) {
    this.sql = sql;
    this.progress = progress;
    this.lacksInput = lacksInput;
  }

  public CheckReport run() {
    return sql.inSnapshot(this::everything);
  }

  private CheckReport everything() {
    String id = sql.first("SELECT id FROM directory", row -> row.getString(1)).orElseThrow();
    long nextUser = sql.number("SELECT next_user FROM directory");
    Findings findings = new Findings(new UserIds(id));
    UsersCheck users = new UsersCheck(sql, findings, progress);
    long keys = users.run(nextUser);
    JobsCheck jobs = new JobsCheck(sql, findings, progress, lacksInput);
    jobs.run(nextUser);
    return new CheckReport(users.users(), keys, jobs.jobs(), jobs.chunks(), findings.all());
  }
}
