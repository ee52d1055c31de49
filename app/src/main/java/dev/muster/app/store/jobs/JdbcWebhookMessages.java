package dev.muster.app.store.jobs;

import dev.muster.app.store.WebhookMessage;
import dev.muster.app.store.WebhookMessages;
import dev.muster.app.store.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Webhooks and their messages by SQL. */
public final class JdbcWebhookMessages implements WebhookMessages {

  private final Sql sql;

  public JdbcWebhookMessages(Sql sql) {
    this.sql = sql;
  }

  @Override
  public void register(String endpoint, Instant now) {
    sql.execute(
        """
        INSERT INTO webhook_endpoints (url, seen_at) VALUES (?, ?)
        ON CONFLICT (url) DO UPDATE SET seen_at = excluded.seen_at, gone_at = NULL""",
        endpoint,
        now.toEpochMilli());
  }

  @Override
  public void seen(String endpoint, Instant now) {
    sql.execute(
        """
        INSERT INTO webhook_endpoints (url, seen_at) VALUES (?, ?)
        ON CONFLICT (url) DO UPDATE SET seen_at = excluded.seen_at""",
        endpoint,
        now.toEpochMilli());
  }

  @Override
  public void add(WebhookMessage message) {
    add(message, " gone_at IS NULL");
  }

  @Override
  public void addTo(String endpoint, WebhookMessage message) {
    add(message, " gone_at IS NULL AND url = ?", endpoint);
  }

  /** The endpoints are kept until then, because another process may be forgetting one. */
  private void add(WebhookMessage message, String where, String... endpoint) {
    List<Object> parameters =
        new ArrayList<>(
            List.of(
                message.id(),
                message.event(),
                message.realm(),
                message.job(),
                message.body(),
                message.createdAt().toEpochMilli()));
    parameters.addAll(List.of(endpoint));
    sql.execute(
        """
        INSERT INTO webhook_messages
          (endpoint, id, event, realm, job, body, created_at, due_at, attempts)
        SELECT url, CAST(? AS text), CAST(? AS text), CAST(? AS text), CAST(? AS text),
               CAST(? AS text), CAST(? AS bigint), 0, 0
          FROM webhook_endpoints WHERE"""
            + where
            + sql.keepingRows()
            + " ON CONFLICT (endpoint, id) DO NOTHING",
        parameters.toArray());
  }

  @Override
  public long count(String endpoint) {
    return sql.number("SELECT count(*) FROM webhook_messages WHERE endpoint = ?", endpoint);
  }

  @Override
  public List<WebhookMessage> due(String endpoint, Instant now, int limit) {
    return sql.list(
        """
        SELECT endpoint, id, event, realm, job, body, created_at, due_at, attempts
          FROM webhook_messages
         WHERE endpoint = ? AND due_at <= ? ORDER BY due_at, created_at, id LIMIT ?""",
        JdbcWebhookMessages::message,
        endpoint,
        now.toEpochMilli(),
        limit);
  }

  private static WebhookMessage message(ResultSet row) throws SQLException {
    return new WebhookMessage(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        Instant.ofEpochMilli(row.getLong(7)),
        Instant.ofEpochMilli(row.getLong(8)),
        row.getInt(9));
  }

  /** Compare-and-set: each attempt changes the due time or the count. */
  @Override
  public Optional<WebhookMessage> claim(WebhookMessage message, Instant until) {
    WebhookMessage claimed = message.due(until, message.attempts() + 1);
    return update(message, claimed) ? Optional.of(claimed) : Optional.empty();
  }

  @Override
  public Optional<WebhookMessage> renew(WebhookMessage claimed, Instant until) {
    WebhookMessage renewed = claimed.due(until, claimed.attempts());
    return update(claimed, renewed) ? Optional.of(renewed) : Optional.empty();
  }

  @Override
  public void retry(WebhookMessage claimed, Instant dueAt, int attempts) {
    update(claimed, claimed.due(dueAt, attempts));
  }

  @Override
  public void hasten(String job, String event, Instant after) {
    sql.execute(
        "UPDATE webhook_messages SET due_at = 0 WHERE job = ? AND event = ? AND due_at > ?",
        job,
        event,
        after.toEpochMilli());
  }

  private boolean update(WebhookMessage before, WebhookMessage after) {
    return sql.execute(
            """
            UPDATE webhook_messages SET due_at = ?, attempts = ?
             WHERE endpoint = ? AND id = ? AND due_at = ? AND attempts = ?""",
            after.dueAt().toEpochMilli(),
            after.attempts(),
            before.endpoint(),
            before.id(),
            before.dueAt().toEpochMilli(),
            before.attempts())
        > 0;
  }

  @Override
  public boolean remove(WebhookMessage message) {
    return sql.execute(
            "DELETE FROM webhook_messages WHERE endpoint = ? AND id = ?",
            message.endpoint(),
            message.id())
        > 0;
  }

  @Override
  public boolean disable(String endpoint, Instant at) {
    return sql.inTransaction(
        () -> {
          sql.execute("DELETE FROM webhook_messages WHERE endpoint = ?", endpoint);
          return sql.execute(
                  "UPDATE webhook_endpoints SET gone_at = ? WHERE url = ? AND gone_at IS NULL",
                  at.toEpochMilli(),
                  endpoint)
              > 0;
        });
  }

  @Override
  public void forgetUnseenSince(Instant time) {
    long millis = time.toEpochMilli();
    sql.inTransaction(
        () -> {
          sql.execute(
              """
              DELETE FROM webhook_messages WHERE endpoint IN
                (SELECT url FROM webhook_endpoints WHERE seen_at < ?)""",
              millis);
          return sql.execute("DELETE FROM webhook_endpoints WHERE seen_at < ?", millis);
        });
  }
}
