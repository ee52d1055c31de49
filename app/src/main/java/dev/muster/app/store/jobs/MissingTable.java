package dev.muster.app.store.jobs;

import dev.muster.app.job.missing.MissingLog;
import dev.muster.app.job.missing.MissingResult;
import dev.muster.app.job.missing.MissingUser;
import dev.muster.app.json.JsonText;
import dev.muster.app.json.StoredJson;
import dev.muster.app.store.sql.Sql;
import dev.muster.value.Struct;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Missing users in the tables {@code job_missing} and {@code job_missing_users}. */
final class MissingTable implements MissingLog {

  private final Sql sql;

  MissingTable(Sql sql) {
    this.sql = sql;
  }

  @Override
  public void save(long job, MissingResult result) {
    sql.execute(
        """
        INSERT INTO job_missing (job, result) VALUES (?, ?)
        ON CONFLICT (job) DO UPDATE SET result = excluded.result""",
        job,
        JsonText.of(result.toStruct()));
  }

  @Override
  public Optional<MissingResult> find(long job) {
    return sql.first(
        "SELECT result FROM job_missing WHERE job = ?",
        row -> MissingResult.of((Struct) StoredJson.parse(row.getString(1))),
        job);
  }

  @Override
  public void add(long job, List<MissingUser> users) {
    List<MissingUser> now = List.copyOf(users);
    sql.writeBehind(() -> insert(job, now));
  }

  private void insert(long job, List<MissingUser> users) throws SQLException {
    try (PreparedStatement insert =
        sql.connection()
            .prepareStatement(
                "INSERT INTO job_missing_users (job, user_id, login) VALUES (?, ?, ?)")) {
      for (MissingUser user : users) {
        insert.setLong(1, job);
        insert.setLong(2, user.number());
        insert.setString(3, user.login());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  @Override
  public void forget(long job) {
    sql.execute("DELETE FROM job_missing_users WHERE job = ?", job);
    sql.execute("DELETE FROM job_missing WHERE job = ?", job);
  }

  @Override
  public List<MissingUser> users(long job, long after, int limit) {
    return sql.list(
        """
        SELECT user_id, login FROM job_missing_users
         WHERE job = ? AND user_id > ? ORDER BY user_id LIMIT ?""",
        row -> new MissingUser(row.getLong(1), row.getString(2)),
        job,
        after,
        limit);
  }
}
