package dev.muster.app.store.directory;

import dev.muster.app.journal.Actor;
import dev.muster.app.journal.Journal;
import dev.muster.app.journal.JournalAction;
import dev.muster.app.journal.JournalEntry;
import dev.muster.app.journal.JournalFilter;
import dev.muster.app.json.JsonText;
import dev.muster.app.json.StoredJson;
import dev.muster.app.store.sql.Conditions;
import dev.muster.app.store.sql.Sql;
import dev.muster.value.Struct;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The journal, stored in the table {@code journal}. */
public final class JdbcJournal implements Journal {

  private static final String SELECT =
      "SELECT number, at, actor, action, subject, job, detail FROM journal WHERE ";

  private final Sql sql;

  public JdbcJournal(Sql sql) {
    this.sql = sql;
  }

  @Override
  public void add(
      Instant at,
      Actor actor,
      JournalAction action,
      String subject,
      Optional<String> job,
      Struct detail) {
    sql.execute(
        "INSERT INTO journal (at, actor, action, subject, job, detail) VALUES (?, ?, ?, ?, ?, ?)",
        at.toEpochMilli(),
        actor.wireName(),
        action.wireName(),
        subject,
        job.orElse(null),
        JsonText.of(detail));
  }

  @Override
  public List<JournalEntry> page(JournalFilter filter, long before, int limit) {
    Conditions where =
        new Conditions("number < ?", before)
            .andIf(filter.since(), "at >= ?", Instant::toEpochMilli)
            .andIf(filter.until(), "at < ?", Instant::toEpochMilli)
            .andIf(filter.actor(), "actor = ?", Actor::wireName);
    filter
        .action()
        .ifPresent(
            action ->
                where.and(
                    "(action = ? OR substr(action, 1, ?) = ?)",
                    action,
                    action.length() + 1,
                    action + "."));
    where
        .andIf(filter.subject(), "subject = ?", subject -> subject)
        .andIf(filter.job(), "job = ?", job -> job);
    return sql.list(
        SELECT + where + " ORDER BY number DESC LIMIT ?",
        JdbcJournal::entry,
        where.parameters(limit));
  }

  @Override
  public long last() {
    return sql.number("SELECT coalesce(max(number), 0) FROM journal");
  }

  @Override
  public long count(long after, long to) {
    return sql.number("SELECT count(*) FROM journal WHERE number > ? AND number <= ?", after, to);
  }

  @Override
  public List<JournalEntry> since(long after, Set<String> actions, int limit) {
    Conditions recent = recent(after, actions);
    return sql.list(
        SELECT + recent + " ORDER BY number DESC LIMIT ?",
        JdbcJournal::entry,
        recent.parameters(limit));
  }

  @Override
  public List<String> jobsSince(long after, Set<String> actions, int entries) {
    Conditions recent = recent(after, actions);
    return sql.list(
        // the inner limit also makes databases find the entries by their numbers
        "SELECT job FROM (SELECT number, job FROM journal WHERE "
            + recent
            + " ORDER BY number DESC LIMIT ?) AS latest"
            + " WHERE job IS NOT NULL GROUP BY job ORDER BY max(number) DESC",
        row -> row.getString(1),
        recent.parameters(entries));
  }

  private static Conditions recent(long after, Set<String> actions) {
    return new Conditions("number > ?", after).andIn("action", actions);
  }

  private static JournalEntry entry(ResultSet row) throws SQLException {
    return new JournalEntry(
        row.getLong(1),
        Instant.ofEpochMilli(row.getLong(2)),
        Actor.parse(row.getString(3)),
        row.getString(4),
        row.getString(5),
        Optional.ofNullable(row.getString(6)),
        (Struct) StoredJson.parse(row.getString(7)));
  }
}
