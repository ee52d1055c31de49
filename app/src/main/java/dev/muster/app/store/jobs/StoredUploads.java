package dev.muster.app.store.jobs;

import dev.muster.app.job.Job;
import dev.muster.app.job.JobOptions;
import dev.muster.app.journal.Actor;
import dev.muster.app.json.JsonText;
import dev.muster.app.json.StoredJson;
import dev.muster.app.store.sql.Conditions;
import dev.muster.app.store.sql.Sql;
import dev.muster.app.upload.UploadedFile;
import dev.muster.app.upload.UploadedFile.Reading;
import dev.muster.app.upload.Uploads;
import dev.muster.apply.StoreUnavailable;
import dev.muster.value.Struct;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Uploaded files in the table {@code uploads}. */
public final class StoredUploads implements Uploads {

  private static final String COLUMNS =
      "number, id, realm, filename, format, charset, record_rows, bytes, digest, options, actor,"
          + " created_at";

  private final Sql sql;
  private final UploadBytes contents;

  public StoredUploads(Sql sql, UploadBytes contents) {
    this.sql = sql;
    this.contents = contents;
  }

  @Override
  public IncomingFile receive(String id, Path bytes) {
    return new Incoming(id, contents.receive(id, bytes));
  }

  private final class Incoming implements IncomingFile {

    private final String id;
    private final UploadBytes.Incoming received;

    Incoming(String id, UploadBytes.Incoming received) {
      this.id = id;
      this.received = received;
    }

    @Override
    public UploadedFile add(UploadedFile file) throws IOException {
      sql.execute(
          """
          INSERT INTO uploads (id, realm, filename, format, charset, record_rows, bytes, digest,
                               options, actor, created_at)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
          file.id(),
          file.realm(),
          file.filename(),
          file.format(),
          file.charset().orElse(null),
          file.rows(),
          file.bytes(),
          file.digest(),
          JsonText.of(file.options().toStruct()),
          file.actor().wireName(),
          file.createdAt().toEpochMilli());
      UploadedFile added = find(file.id()).orElseThrow();
      received.addTo(added.number());
      return added;
    }

    @Override
    public void close() throws IOException {
      boolean added;
      try {
        added = sql.number("SELECT count(*) FROM uploads WHERE id = ?", id) > 0;
      } catch (StoreUnavailable e) {
        return; // the next worker deletes the bytes if they belong to nothing
      }
      received.close(added);
    }
  }

  @Override
  public Optional<UploadedFile> find(String id) {
    return first("id = ?", id);
  }

  @Override
  public Optional<UploadedFile> find(long number) {
    return first("number = ?", number);
  }

  private Optional<UploadedFile> first(String where, Object parameter) {
    return sql.first(
        "SELECT " + COLUMNS + " FROM uploads WHERE deleted_at IS NULL AND " + where,
        StoredUploads::read,
        parameter);
  }

  @Override
  public List<UploadedFile> page(Optional<Set<String>> realms, long before, int limit) {
    Conditions where = new Conditions("deleted_at IS NULL AND number < ?", before);
    realms.ifPresent(some -> where.andIn("realm", some));
    return sql.list(
        "SELECT " + COLUMNS + " FROM uploads WHERE " + where + " ORDER BY number DESC LIMIT ?",
        StoredUploads::read,
        where.parameters(limit));
  }

  private static UploadedFile read(ResultSet row) throws SQLException {
    return new UploadedFile(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        new Reading(row.getString(5), Optional.ofNullable(row.getString(6)), row.getLong(7)),
        row.getLong(8),
        row.getString(9),
        JobOptions.of((Struct) StoredJson.parse(row.getString(10))),
        Actor.parse(row.getString(11)),
        Instant.ofEpochMilli(row.getLong(12)));
  }

  @Override
  public boolean change(UploadedFile file) {
    return sql.execute(
            """
            UPDATE uploads SET format = ?, charset = ?, record_rows = ?, options = ?
             WHERE number = ? AND deleted_at IS NULL""",
            file.format(),
            file.charset().orElse(null),
            file.rows(),
            JsonText.of(file.options().toStruct()),
            file.number())
        > 0;
  }

  /** By a changed row, which is locked until the transaction ends. */
  @Override
  public boolean lock(UploadedFile file) {
    return sql.execute(
            "UPDATE uploads SET bytes = bytes WHERE number = ? AND deleted_at IS NULL",
            file.number())
        > 0;
  }

  @Override
  public Optional<InputStream> open(UploadedFile file) {
    return contents.open(file);
  }

  @Override
  public Optional<Path> path(UploadedFile file) {
    return contents.path(file);
  }

  @Override
  public boolean hide(UploadedFile file, Instant at) {
    return sql.execute(
            "UPDATE uploads SET deleted_at = ? WHERE number = ? AND deleted_at IS NULL",
            at.toEpochMilli(),
            file.number())
        > 0;
  }

  /**
   * Deletes a portion of the bytes of a deleted file that has no reports any more, and the file
   * after the last portion.
   *
   * @return false if there was nothing to delete
   */
  public boolean deletePortion() {
    record Deleted(long number, String id) {}
    Optional<Deleted> next =
        sql.first(
            """
            SELECT number, id FROM uploads
             WHERE deleted_at IS NOT NULL
               AND NOT EXISTS (SELECT 1 FROM jobs WHERE jobs.upload = uploads.number)
             LIMIT 1""",
            row -> new Deleted(row.getLong(1), row.getString(2)));
    if (next.isEmpty()) {
      return false;
    }
    return sql.inTransaction(
        () -> {
          if (!contents.deletePortion(next.get().number(), next.get().id())) {
            sql.execute("DELETE FROM uploads WHERE number = ?", next.get().number());
          }
          return true;
        });
  }

  @Override
  public boolean execute(Job simulation, String jobId) {
    return sql.execute(
            """
            INSERT INTO executed_simulations (simulation, job) VALUES (?, ?)
            ON CONFLICT (simulation) DO NOTHING""",
            simulation.number(),
            jobId)
        > 0;
  }

  @Override
  public Optional<String> executionOf(Job simulation) {
    return sql.first(
        "SELECT job FROM executed_simulations WHERE simulation = ?",
        row -> row.getString(1),
        simulation.number());
  }

  @Override
  public void recordHeader(Job report, List<String> header) {
    sql.execute(
        "UPDATE jobs SET header = ? WHERE number = ?", JobRow.headerText(header), report.number());
  }

  @Override
  public void mark(Job simulation, Struct state) {
    sql.execute(
        "UPDATE jobs SET mark = ? WHERE number = ?", JsonText.of(state), simulation.number());
  }

  @Override
  public Optional<Struct> mark(Job simulation) {
    return sql.first(
        "SELECT mark FROM jobs WHERE number = ? AND mark IS NOT NULL",
        row -> (Struct) StoredJson.parse(row.getString(1)),
        simulation.number());
  }
}
