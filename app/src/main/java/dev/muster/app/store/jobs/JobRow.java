package dev.muster.app.store.jobs;

import dev.muster.app.job.Job;
import dev.muster.app.job.JobFilter;
import dev.muster.app.job.JobInput;
import dev.muster.app.job.JobOptions;
import dev.muster.app.job.JobOrigin;
import dev.muster.app.job.JobState;
import dev.muster.app.job.JobTimes;
import dev.muster.app.job.Provenance;
import dev.muster.app.job.ReportOf;
import dev.muster.app.journal.Actor;
import dev.muster.app.json.JsonParser;
import dev.muster.app.json.JsonSyntax;
import dev.muster.app.json.JsonText;
import dev.muster.app.json.StoredJson;
import dev.muster.app.store.sql.Conditions;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Maps jobs to rows of the table {@code jobs}. */
final class JobRow {

  /** The columns that {@link #read} expects. */
  static final String COLUMNS =
      "number, id, state, format, realm, source, path, digest, host, options, records, first_user,"
          + " chunk_size, created_at, completed_at, expires_at, actor, origin, public_id,"
          + " external_id, idempotency_key, parent, header, upload, lines";

  private static final JsonParser PARSER = new JsonParser(10, 1 << 16);

  private JobRow() {}

  static Job read(ResultSet row) throws SQLException {
    return new Job(
        row.getLong(1),
        row.getString(2),
        JobState.named(row.getString(3)),
        provenance(row),
        new JobInput(
            row.getString(4),
            row.getString(5),
            row.getString(6),
            Optional.ofNullable(row.getString(7)),
            row.getString(8),
            row.getString(9),
            header(row.getString(23)),
            row.getLong(11),
            row.getLong(12),
            row.getInt(13)),
        options(row.getString(10)),
        new JobTimes(Instant.ofEpochMilli(row.getLong(14)), time(row, 15), time(row, 16)));
  }

  private static Provenance provenance(ResultSet row) throws SQLException {
    long parent = row.getLong(22);
    boolean orphan = row.wasNull();
    return new Provenance(
        Actor.parse(row.getString(17)),
        JobOrigin.named(row.getString(18)),
        Optional.ofNullable(row.getString(19)),
        Optional.ofNullable(row.getString(20)),
        Optional.ofNullable(row.getString(21)),
        orphan ? OptionalLong.empty() : OptionalLong.of(parent),
        report(row));
  }

  private static Optional<ReportOf> report(ResultSet row) throws SQLException {
    long upload = row.getLong(24);
    return row.wasNull()
        ? Optional.empty()
        : Optional.of(new ReportOf(upload, lines(row.getString(25))));
  }

  private static List<Long> lines(@Nullable String text) {
    return text != null && StoredJson.parse(text) instanceof Value.Array lines
        ? lines.items().stream().map(line -> Long.valueOf(((Value.Num) line).literal())).toList()
        : List.of();
  }

  /** Lines in the form that {@link #read} expects: a JSON array, or null if there are none. */
  static @Nullable String linesText(List<Long> lines) {
    return lines.isEmpty()
        ? null
        : JsonText.of(new Value.Array(lines.stream().<Value>map(Value::of).toList()));
  }

  private static Optional<Instant> time(ResultSet row, int column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
  }

  private static JobOptions options(String text) {
    try {
      return JobOptions.of((Struct) PARSER.parse(text));
    } catch (JsonSyntax e) {
      throw new IllegalStateException("a job's options are damaged", e);
    }
  }

  private static List<String> header(@Nullable String text) {
    return text != null && StoredJson.parse(text) instanceof Value.Array cells
        ? cells.items().stream().map(cell -> ((Value.Text) cell).text()).toList()
        : List.of();
  }

  /** A CSV header in the form that {@link #read} expects: a JSON array, or null if it is empty. */
  static @Nullable String headerText(List<String> header) {
    return header.isEmpty()
        ? null
        : JsonText.of(new Value.Array(header.stream().<Value>map(Value::of).toList()));
  }

  /** The conditions for jobs that match a filter and are not deleted. */
  static Conditions where(JobFilter filter) {
    Conditions where = new Conditions("deleted_at IS NULL");
    if (!filter.states().isEmpty()) {
      where.and("state IN (" + names(filter.states()) + ")");
    }
    where.andIf(filter.origin(), "origin = ?", JobOrigin::wireName);
    filter.realms().ifPresent(realms -> where.andIn("realm", realms));
    where
        .andIf(filter.format(), "format = ?", format -> format)
        .andIf(filter.since(), "created_at >= ?", Instant::toEpochMilli)
        .andIf(filter.until(), "coalesce(completed_at, created_at) < ?", Instant::toEpochMilli);
    filter.upload().ifPresent(upload -> where.and("upload = ?", upload));
    filter
        .made()
        .ifPresent(
            user ->
                where.and(
                    "created_at = ? AND first_user <= ? AND first_user + records > ?",
                    user.createdAt().toEpochMilli(),
                    user.number(),
                    user.number()));
    return where;
  }

  /** States as a list of SQL string literals. */
  static String names(Collection<JobState> states) {
    return states.stream()
        .map(state -> "'" + state.wireName() + "'")
        .sorted()
        .collect(Collectors.joining(", "));
  }
}
