package dev.muster.app.document;

import dev.muster.app.job.JobState;
import dev.muster.app.store.CheckReport;
import dev.muster.app.store.DatabaseMaintenance;
import dev.muster.app.store.DatabaseStatus;
import dev.muster.app.store.DatabaseStatus.RunningJob;
import dev.muster.app.store.DatabaseStatus.TableState;
import dev.muster.app.store.Schema;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** JSON documents about databases. */
public final class DatabaseDocument {

  private DatabaseDocument() {}

  /** The document of {@code db status}. */
  public static Struct of(DatabaseMaintenance database, Schema schema, DatabaseStatus status) {
    return begun(database)
        .append("product", Value.of(status.product()))
        .append("schema", versions(schema))
        .append("users", Value.of(status.users()))
        .append(
            "realms",
            list(
                List.copyOf(status.usersByRealm().entrySet()),
                realm ->
                    new Struct.Builder()
                        .append("name", Value.of(realm.getKey()))
                        .append("users", Value.of(realm.getValue()))
                        .build()))
        .append("keys", Value.of(status.keys()))
        .append("imports", counts(status.jobs()))
        .append("running", list(status.running(), DatabaseDocument::running))
        .append("waiting", waiting(status))
        .append(
            "bytes",
            new Struct.Builder()
                .append("users", Value.of(status.sizes().users()))
                .append("keys", Value.of(status.sizes().keys()))
                .append("imports", Value.of(status.sizes().jobs()))
                .append("database", Value.of(status.sizes().whole()))
                .build())
        .append("tables", list(status.tables(), DatabaseDocument::table))
        .build();
  }

  /** The document of {@code db migrate}. */
  public static Struct of(DatabaseMaintenance database, Schema before, Schema after) {
    return begun(database)
        .append("from", Value.of(before.version()))
        .append("to", Value.of(after.version()))
        .build();
  }

  /**
   * The document of {@code db check}.
   *
   * @param missingPeppers an object for each pepper that passwords need and the settings lack
   */
  public static Struct of(
      DatabaseMaintenance database, CheckReport report, List<Struct> missingPeppers) {
    return begun(database)
        .append("clean", Value.of(report.findings().isEmpty()))
        .append("users", Value.of(report.users()))
        .append("keys", Value.of(report.keys()))
        .append("imports", Value.of(report.jobs()))
        .append("chunks", Value.of(report.chunks()))
        .append(
            "findings",
            list(
                report.findings(),
                finding ->
                    new Struct.Builder()
                        .append("code", Value.of(finding.kind().wireName()))
                        .append("meaning", Value.of(finding.kind().meaning()))
                        .append("count", Value.of(finding.count()))
                        .append("first", list(finding.first(), Value::of))
                        .build()))
        .append("missing_peppers", new Value.Array(List.copyOf(missingPeppers)))
        .build();
  }

  private static Struct.Builder begun(DatabaseMaintenance database) {
    return new Struct.Builder()
        .append("database", Value.of(database.name()))
        .append("kind", Value.of(database.kind()));
  }

  private static Struct versions(Schema schema) {
    return new Struct.Builder()
        .append("version", Value.of(schema.version()))
        .append("known", Value.of(schema.known()))
        .build();
  }

  private static Struct counts(Map<String, Long> counts) {
    Struct.Builder out = new Struct.Builder();
    counts.forEach((name, count) -> out.append(name, Value.of(count)));
    return out.build();
  }

  /** Imports that no worker has taken yet. */
  private static Struct waiting(DatabaseStatus status) {
    Optional<Instant> oldest = status.oldestWaiting();
    return new Struct.Builder()
        .append("imports", Value.of(status.jobs().getOrDefault(JobState.PENDING.wireName(), 0L)))
        .append("oldest_at", oldest.<Value>map(at -> Value.of(at.toString())).orElse(Value.NULL))
        .build();
  }

  private static Struct running(RunningJob job) {
    return new Struct.Builder()
        .append("id", Value.of(job.id()))
        .append("state", Value.of(job.state().wireName()))
        .append("source", Value.of(job.source()))
        .append("host", Value.of(job.host()))
        .append("held", Value.of(job.held()))
        .append("submitted", Value.of(job.submitted()))
        .append("records", Value.of(job.records()))
        .append("done", Value.of(job.done()))
        .append("created_at", Value.of(job.begun().toString()))
        .build();
  }

  private static Struct table(TableState table) {
    return new Struct.Builder()
        .append("name", Value.of(table.name()))
        .append("rows", Value.of(table.rows()))
        .append("dead_rows", Value.of(table.deadRows()))
        .append("vacuumed_at", time(table.vacuumed()))
        .append("analyzed_at", time(table.analyzed()))
        .build();
  }

  private static Value time(Optional<Instant> at) {
    return at.map(instant -> Value.of(instant.toString())).orElse(Value.NULL);
  }

  private static <T> Value list(List<T> things, Function<T, ? extends Value> each) {
    return new Value.Array(things.stream().<Value>map(each).toList());
  }
}
