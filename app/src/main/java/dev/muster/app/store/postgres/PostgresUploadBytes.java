package dev.muster.app.store.postgres;

import dev.muster.app.store.jobs.UploadBytes;
import dev.muster.app.store.sql.Sql;
import dev.muster.app.upload.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Bytes of uploaded files in the table {@code upload_parts}. */
final class PostgresUploadBytes implements UploadBytes {

  private static final int PART_BYTES = 1 << 20;

  /** How many parts a transaction deletes at most. */
  private static final int PARTS_AT_ONCE = 64;

  private final Sql sql;

  PostgresUploadBytes(Sql sql) {
    this.sql = sql;
  }

  /** The bytes are stored in the transaction that puts the file on record. */
  @Override
  public Incoming receive(String id, Path bytes) {
    return new Incoming() {
      @Override
      public void addTo(long number) throws IOException {
        add(number, bytes);
      }

      @Override
      public void close(boolean added) {
        // nothing else was stored
      }
    };
  }

  private void add(long number, Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      int part = 0;
      byte[] bytes = in.readNBytes(PART_BYTES);
      while (bytes.length > 0) {
        sql.execute(
            "INSERT INTO upload_parts (upload, part, bytes) VALUES (?, ?, ?)",
            number,
            part++,
            bytes);
        bytes = in.readNBytes(PART_BYTES);
      }
    }
  }

  @Override
  public Optional<InputStream> open(UploadedFile file) {
    return open(file.number());
  }

  /** The bytes of the file with a number; empty if it was deleted. */
  Optional<InputStream> open(long number) {
    long known =
        sql.number("SELECT count(*) FROM uploads WHERE number = ? AND deleted_at IS NULL", number);
    long parts = sql.number("SELECT count(*) FROM upload_parts WHERE upload = ?", number);
    return known == 0 ? Optional.empty() : Optional.of(InputParts.ofUpload(sql, number, parts));
  }

  @Override
  public Optional<Path> path(UploadedFile file) {
    return Optional.empty();
  }

  @Override
  public boolean deletePortion(long number, String id) {
    return sql.execute(
            """
            DELETE FROM upload_parts WHERE upload = ? AND part IN
              (SELECT part FROM upload_parts WHERE upload = ? ORDER BY part LIMIT ?)""",
            number,
            number,
            PARTS_AT_ONCE)
        == PARTS_AT_ONCE;
  }
}
