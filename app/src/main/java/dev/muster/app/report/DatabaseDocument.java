package dev.muster.app.report;

import dev.muster.app.store.CheckReport;
import dev.muster.app.store.Database;
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

/** What is said of databases, as JSON documents. */
public final class DatabaseDocument {

  private DatabaseDocument() {}

  /** The document of {@code db status}. */
  public static Struct of(Database database, Schema schema, DatabaseStatus status) {
    return begun(database)
        .append("product", Value.of(status.product()))
        .append("schema", versions(schema))
        .append("users", number(status.users()))
        .append(
            "realms",
            list(
                List.copyOf(status.usersByRealm().entrySet()),
                realm ->
                    new Struct.Builder()
                        .append("name", Value.of(realm.getKey()))
                        .append("users", number(realm.getValue()))
                        .build()))
        .append("keys", number(status.keys()))
        .append("imports", counts(status.jobs()))
        .append("running", list(status.running(), DatabaseDocument::running))
        .append(
            "bytes",
            new Struct.Builder()
                .append("users", number(status.sizes().users()))
                .append("keys", number(status.sizes().keys()))
                .append("imports", number(status.sizes().jobs()))
                .append("database", number(status.sizes().whole()))
                .build())
        .append("tables", list(status.tables(), DatabaseDocument::table))
        .build();
  }

  /** The document of {@code db migrate}. */
  public static Struct of(Database database, Schema before, Schema after) {
    return begun(database)
        .append("from", number(before.version()))
        .append("to", number(after.version()))
        .build();
  }

  /** The document of {@code db check}. */
  public static Struct of(Database database, CheckReport report) {
    return begun(database)
        .append("clean", Value.of(report.findings().isEmpty()))
        .append("users", number(report.users()))
        .append("keys", number(report.keys()))
        .append("imports", number(report.jobs()))
        .append("chunks", number(report.chunks()))
        .append(
            "findings",
            list(
                report.findings(),
                finding ->
                    new Struct.Builder()
                        .append("code", Value.of(finding.kind().wireName()))
                        .append("meaning", Value.of(finding.kind().meaning()))
                        .append("count", number(finding.count()))
                        .append("first", list(finding.first(), Value::of))
                        .build()))
        .build();
  }

  private static Struct.Builder begun(Database database) {
    return new Struct.Builder()
        .append("database", Value.of(database.name()))
        .append("kind", Value.of(database.kind()));
  }

  private static Struct versions(Schema schema) {
    return new Struct.Builder()
        .append("version", number(schema.version()))
        .append("known", number(schema.known()))
        .build();
  }

  private static Struct counts(Map<String, Long> counts) {
    Struct.Builder out = new Struct.Builder();
    counts.forEach((name, count) -> out.append(name, number(count)));
    return out.build();
  }

  private static Struct running(RunningJob job) {
    return new Struct.Builder()
        .append("id", Value.of(job.id()))
        .append("source", Value.of(job.source()))
        .append("host", Value.of(job.host()))
        .append("held", Value.of(job.held()))
        .append("records", number(job.records()))
        .append("done", number(job.done()))
        .append("created_at", Value.of(job.begun().toString()))
        .build();
  }

  private static Struct table(TableState table) {
    return new Struct.Builder()
        .append("name", Value.of(table.name()))
        .append("rows", number(table.rows()))
        .append("dead_rows", number(table.deadRows()))
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

  private static Value number(long number) {
    return new Value.Num(Long.toString(number));
  }
}
