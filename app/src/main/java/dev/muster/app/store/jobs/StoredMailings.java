package dev.muster.app.store.jobs;

import dev.muster.app.job.Job;
import dev.muster.app.json.JsonText;
import dev.muster.app.store.Mailing;
import dev.muster.app.store.Mailings;
import dev.muster.app.store.UserIds;
import dev.muster.app.store.WebhookMessage;
import dev.muster.app.store.WebhookMessages;
import dev.muster.app.store.sql.Sql;
import dev.muster.problem.WarningCode;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Mails in the table {@code mailings}. The users are those whose results say so; the row has the
 * place of the next one, so that no user is queued twice.
 */
public final class StoredMailings implements Mailings {

  /** So much of unused time may be made up for. */
  private static final Duration BURST = Duration.ofSeconds(5);

  /** So many mails of one recipient wait in the queue, in minutes of the pace. */
  private static final int QUEUE_MINUTES = 10;

  private static final int QUEUED_AT_ONCE = 1000;

  /** No process holds a message that is due later; it waits for another attempt. */
  private static final Duration UNDER_WAY_MAX = Duration.ofMinutes(2);

  private static final long MILLIS_PER_MINUTE = 60_000;

  private final Sql sql;
  private final UserIds ids;
  private final WebhookMessages messages;

  public StoredMailings(Sql sql, UserIds ids, WebhookMessages messages) {
    this.sql = sql;
    this.ids = ids;
    this.messages = messages;
  }

  @Override
  public long invited(Job job) {
    return sql.number("SELECT sum(users) FROM job_invitations WHERE job = ?", job.number());
  }

  @Override
  public long withoutAddress(Job job) {
    return sql.number(
        "SELECT sum(records) FROM job_problems WHERE job = ? AND code = ?",
        job.number(),
        WarningCode.NO_EMAIL_ADDRESS.wireName());
  }

  @Override
  public void begin(Job job, Instant at) {
    long users = invited(job);
    if (users > 0) {
      sql.execute(
          """
          INSERT INTO mailings (job, users, queued, chunk, place, sent, given_up, dropped,
                                created_at, paced_until)
          VALUES (?, ?, 0, 0, 0, 0, 0, 0, ?, 0) ON CONFLICT (job) DO NOTHING""",
          job.number(),
          users,
          at.toEpochMilli());
    }
  }

  @Override
  public Optional<Mailing> find(Job job) {
    return sql.first(
        """
        SELECT users, sent, given_up, dropped, created_at, stopped_at FROM mailings
         WHERE job = ?""",
        StoredMailings::mailing,
        job.number());
  }

  private static Mailing mailing(ResultSet row) throws SQLException {
    long stoppedMillis = row.getLong(6);
    Optional<Instant> stoppedAt =
        row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(stoppedMillis));
    return new Mailing(
        row.getLong(1),
        row.getLong(2),
        row.getLong(3),
        row.getLong(4),
        Instant.ofEpochMilli(row.getLong(5)),
        stoppedAt);
  }

  @Override
  public boolean goesOn(String jobId) {
    return sql.number(
            """
            SELECT count(*) FROM mailings JOIN jobs ON number = job
             WHERE id = ? AND deleted_at IS NULL AND stopped_at IS NULL""",
            jobId)
        > 0;
  }

  @Override
  public boolean stop(Job job, Instant at) {
    boolean stopped =
        sql.execute(
                """
                UPDATE mailings SET stopped_at = ?
                 WHERE job = ? AND stopped_at IS NULL AND sent + given_up + dropped < users""",
                at.toEpochMilli(),
                job.number())
            > 0;
    if (stopped) {
      messages.hasten(job.id(), EVENT, at.plus(UNDER_WAY_MAX));
    }
    return stopped;
  }

  @Override
  public boolean areWaiting() {
    return next().isPresent();
  }

  @Override
  public List<Job> waitingSince(Instant time) {
    return sql.list(
        "SELECT "
            + JobRow.COLUMNS
            + " FROM jobs WHERE deleted_at IS NULL AND number IN"
            + """
              (SELECT job FROM mailings
                WHERE stopped_at IS NULL AND sent + given_up + dropped < users
                  AND created_at < ?)
              AND NOT EXISTS (SELECT 1 FROM mailings WHERE paced_until >= ?)
              AND NOT EXISTS
                (SELECT 1 FROM webhook_messages m WHERE m.job = jobs.id AND m.event = ?
                    AND EXISTS (SELECT 1 FROM mailings q
                                 WHERE q.job = jobs.number AND q.queued >= q.users))""",
        JobRow::read,
        time.toEpochMilli(),
        time.toEpochMilli(),
        EVENT);
  }

  @Override
  public int queue(String recipient, int perMinute, Instant now) {
    return sql.inTransaction(() -> queueNow(recipient, perMinute, now));
  }

  private int queueNow(String recipient, int perMinute, Instant now) {
    messages.register(recipient, now);
    Optional<MailingPlace> next = next();
    if (next.isEmpty()) {
      return 0;
    }
    long interval = (MILLIS_PER_MINUTE + perMinute - 1) / perMinute; // not faster than wanted
    long earliest = now.toEpochMilli() - Math.max(BURST.toMillis(), interval);
    long from = Math.max(earliest, sql.number("SELECT max(paced_until) FROM mailings"));
    long room = (long) perMinute * QUEUE_MINUTES - messages.count(recipient);
    long most = Math.min((now.toEpochMilli() - from) / interval, Math.min(room, QUEUED_AT_ONCE));
    if (most <= 0) {
      return 0;
    }
    MailingPortion portion = new MailingPortion(sql, next.get(), (int) most);
    portion.read();
    // another process may have queued them meanwhile
    boolean first =
        sql.execute(
                """
                UPDATE mailings SET queued = ?, users = ?, chunk = ?, place = ?, paced_until = ?
                 WHERE job = ? AND queued = ? AND stopped_at IS NULL""",
                portion.queued(),
                portion.users(),
                portion.chunk(),
                portion.place(),
                from + interval * portion.found().size(),
                next.get().job(),
                next.get().queued())
            > 0;
    if (!first) {
      return 0;
    }
    portion.found().forEach(user -> messages.addTo(recipient, message(next.get(), user, now)));
    return portion.found().size();
  }

  private WebhookMessage message(MailingPlace mailing, long user, Instant now) {
    String id = ids.show(user);
    return new WebhookMessage(
        "",
        mailing.id() + "_" + id,
        EVENT,
        mailing.realm(),
        mailing.id(),
        JsonText.of(Struct.of(USER, Value.of(id))),
        now,
        Instant.EPOCH,
        0);
  }

  @Override
  public void ended(String jobId, Ending how) {
    String column =
        switch (how) {
          case SENT -> "sent";
          case GIVEN_UP -> "given_up";
          case DROPPED -> "dropped";
        };
    sql.execute(
        "UPDATE mailings SET "
            + column
            + " = "
            + column
            + " + 1 WHERE job = (SELECT number FROM jobs WHERE id = ?)",
        jobId);
  }

  /** The mailing with the fewest users left, so that a large one does not keep it waiting. */
  private Optional<MailingPlace> next() {
    return sql.first(
        """
        SELECT m.job, m.users, m.queued, m.chunk, m.place, j.id, j.realm, j.first_user
          FROM mailings m JOIN jobs j ON j.number = m.job
         WHERE m.stopped_at IS NULL AND m.queued < m.users AND j.deleted_at IS NULL
         ORDER BY m.users - m.queued, m.job LIMIT 1""",
        row ->
            new MailingPlace(
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                row.getInt(4),
                row.getInt(5),
                row.getString(6),
                row.getString(7),
                row.getLong(8)));
  }
}
